import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { RuleBroken } from '../../shared/order/rule-broken';
import { actorName } from '../audit/append-event';
import { findReporterActor, findStaffActor } from '../identity/find-actor';
import type { StaffCaller } from '../identity/staff-caller';
import type { Context } from '../order/context';
import { addressOf } from './address-of';
import { idParam } from './define';
import type { AppEnv } from './problem';

export const sessionCookie = 'window_session';

/** Who calls: a bearer token is a reporter's, the cookie is the console's; nobody is nobody. */
export const withActor: MiddlewareHandler<AppEnv> = async (c, next) => {
  const deps = c.get('deps');
  const bearer = c.req.header('authorization')?.match(/^Bearer ([A-Za-z0-9_-]{20,200})$/)?.[1];
  const cookie = getCookie(c, sessionCookie);
  const ref = await deps.reference();
  if (bearer) {
    const actor = await findReporterActor(deps, bearer);
    if (actor) c.set('ctx', { ...deps, actor, ref });
  } else if (cookie) {
    const attended = c.req.header('x-attended') !== 'no';
    const found = await findStaffActor(deps, ref, cookie, { attended, address: addressOf(c) });
    if (found) {
      c.set('ctx', { ...deps, actor: found.actor, ref });
      c.set('session', found.session);
    }
  }
  await next();
};

/** What a person may still do who must change a password or set up one-time codes first. */
const ownAccount = /^\/api\/staff\/(me|password|totp|sessions(\/[^/]+)?)$/;

/** The context of a signed-in caller; throws where there is none. */
export function ctxOf(c: HonoContext<AppEnv>): Context {
  const ctx = c.get('ctx') as Context | undefined;
  if (!ctx) throw new RuleBroken('sign-in.needed', {}, 401);
  const first = c.get('session')?.first;
  if (first && !ownAccount.test(c.req.path)) throw new RuleBroken(first, {}, 403);
  return ctx;
}

/** Staff only; 401 tells the console to show the sign-in page. */
export function staffOf(c: HonoContext<AppEnv>): Context & { actor: { kind: 'staff' } } {
  const ctx = ctxOf(c);
  if (ctx.actor.kind !== 'staff') throw new RuleBroken('order.forbidden', {}, 403);
  return ctx as Context & { actor: { kind: 'staff' } };
}

/** A member of staff together with the session that vouches for the call. */
export function callerOf(c: HonoContext<AppEnv>): StaffCaller {
  const ctx = staffOf(c);
  const session = c.get('session');
  if (!session) throw new RuleBroken('sign-in.needed', {}, 401);
  return { ...ctx, session } as StaffCaller;
}

/** Reporters only: what is a reporter's own is not shown to staff here. */
export function reporterOf(c: HonoContext<AppEnv>): Context & { actor: { kind: 'reporter' } } {
  const ctx = ctxOf(c);
  if (ctx.actor.kind !== 'reporter') throw new RuleBroken('order.forbidden', {}, 403);
  return ctx as Context & { actor: { kind: 'reporter' } };
}

/** A form on another site cannot send this header: what changes data by cookie must carry it. */
export const sameSite: MiddlewareHandler<AppEnv> = async (c, next) => {
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
  const byCookie = getCookie(c, sessionCookie) !== undefined && !c.req.header('authorization');
  if (changes && byCookie && c.req.header('x-requested-with') !== 'console') {
    throw new RuleBroken('request.not-from-console', {}, 403);
  }
  await next();
};

/** An id in the address; what is no id names nothing: 404. */
export function idIn(c: HonoContext<AppEnv>, name = 'id'): string {
  const id = c.req.param(name);
  if (!idParam.safeParse(id).success) throw new RuleBroken('address.unknown', {}, 404);
  return id ?? '';
}

const buckets = new Map<string, { count: number; until: number }>();

/** Counts one more under a key; throws `request.too-many` (429) beyond the bound of a minute. Old counts are dropped. */
function countOne(key: string, perMinute: number): void {
  const now = Date.now();
  if (buckets.size > 10_000) for (const [each, { until }] of buckets) if (until < now) buckets.delete(each);
  const kept = buckets.get(key);
  const bucket = kept && kept.until > now ? kept : { count: 0, until: now + 60_000 };
  bucket.count += 1;
  buckets.set(key, bucket);
  if (bucket.count > perMinute) throw new RuleBroken('request.too-many', {}, 429);
}

/** So many people may sit behind one address, as those of a hall or an office do. */
const behindOneAddress = 5;

/** A bound per address and minute, kept in this process; before anything is looked up. */
export const limitAddress =
  (perMinute: number): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    countOne(`address:${addressOf(c)}`, perMinute * behindOneAddress);
    await next();
  };

/** A bound per principal and minute, and per address for whoever has not signed in (spec 8). */
export const limitPrincipal =
  (perMinute: number): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const ctx = c.get('ctx') as Context | undefined;
    const one = ctx?.actor.kind === 'reporter' ? (ctx.actor.orderId ?? '') : '';
    countOne(ctx ? `${actorName(ctx.actor)} ${one}` : `nobody:${addressOf(c)}`, perMinute);
    await next();
  };
