import { and, eq } from 'drizzle-orm';
import { isCreditCode } from '../../shared/identity/credit-code';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Tx } from '../db/connect';
import { reporter, reporterIdentity } from '../db/schema';
import type { Deps } from '../order/context';
import { ProviderError } from '../provider/provider-error';
import { alipayUser } from './platform/alipay-user';
import { type HostTicket, verifyHostTicket } from './platform/host-ticket';
import { IdentityRefused } from './platform/identity-refused';
import { wechatUser } from './platform/wechat-session';
import { openSession } from './reporter-account';
import { openTicket } from './reporter-oidc';

/** What a platform's proof failed at, in words for the person: not believed, or not to be reached just now. */
export async function proved<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IdentityRefused) throw new RuleBroken('identity.not-proved', {}, 422);
    if (error instanceof ProviderError)
      throw new RuleBroken(
        error.kind === 'rejected' ? 'identity.not-proved' : 'platform.unavailable',
        {},
        error.kind === 'rejected' ? 422 : 503,
      );
    throw error;
  }
}

interface Known {
  kind?: 'person' | 'enterprise';
  name?: string;
  enterprise?: { name: string; creditCode: string };
}

/** The account of a platform's person; made at the first time. Two at once make one. */
async function accountOf(tx: Tx, deps: Deps, channel: string, subject: string, known: Known) {
  const same = and(eq(reporterIdentity.channel, channel), eq(reporterIdentity.subject, subject));
  const fresh = deps.newId();
  const made = await tx
    .insert(reporterIdentity)
    .values({ channel, subject, reporterId: fresh })
    .onConflictDoNothing()
    .returning();
  const details = {
    kind: known.kind ?? 'person',
    name: known.name ? deps.vault.sealMaster(known.name, 'reporter:name') : null,
    enterprise: known.enterprise
      ? deps.vault.sealMaster(JSON.stringify(known.enterprise), 'reporter:enterprise')
      : null,
  };
  if (made.length === 1) {
    await tx.insert(reporter).values({ id: fresh, createdAt: deps.now(), ...details });
    return fresh;
  }
  const [row] = await tx.select().from(reporterIdentity).where(same);
  const id = row?.reporterId ?? fresh;
  if (known.kind) await tx.update(reporter).set(details).where(eq(reporter.id, id));
  return id;
}

const signIn = (deps: Deps, channel: string, subject: string, known: Known = {}) =>
  deps.db.transaction(async (tx) =>
    openSession(tx, deps, await accountOf(tx, deps, channel, subject, known)),
  );

const notSet = () => new RuleBroken('platform.not-set', {}, 404);

/** Signs in who a `wx.login` code belongs to (spec 4, `wechat`). */
export async function signInByWechat(deps: Deps, code: string) {
  const app = deps.platforms.wechat;
  if (!app) throw notSet();
  const { openid } = await proved(() => wechatUser(app, code));
  return signIn(deps, 'wechat', openid);
}

/** Signs in who a `my.getAuthCode` code belongs to (spec 4, `alipay`). */
export async function signInByAlipay(deps: Deps, code: string) {
  const app = deps.platforms.alipay;
  if (!app) throw notSet();
  const { id } = await proved(() => alipayUser(app, code));
  return signIn(deps, 'alipay', id);
}

function knownFrom(ticket: HostTicket): Known {
  const { enterprise } = ticket;
  if (enterprise && !isCreditCode(enterprise.creditCode)) throw new IdentityRefused('identity.malformed');
  const name = ticket.operator ?? ticket.name;
  return {
    kind: enterprise ? 'enterprise' : 'person',
    ...(name && { name }),
    ...(enterprise && { enterprise }),
  };
}

/** Signs in who a host app's signed ticket vouches for; each ticket opens the door once (spec 4). */
export async function signInByTicket(deps: Deps, ticket: string) {
  const { hosts, used } = deps.platforms;
  if (hosts.length === 0) throw notSet();
  const { known, claims } = await proved(async () => {
    const claims = await verifyHostTicket(openTicket(deps, ticket), { hosts, now: deps.now(), used });
    return { claims, known: knownFrom(claims) };
  });
  return signIn(deps, claims.host, claims.subject, known);
}
