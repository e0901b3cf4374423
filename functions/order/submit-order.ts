import { eq, sql } from 'drizzle-orm';
import { isCreditCode } from '../../shared/identity/credit-code';
import {
  type RegisterOutcome,
  registerOrder,
  submitOrder as submitRule,
} from '../../shared/order/command/intake';
import type { CityPortalInput, RegisterInput, SubmitInput } from '../../shared/order/contract/intake';
import { hasRole, hasRoleIn } from '../../shared/order/permission';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Channel } from '../../shared/order/vocabulary';
import { fromIso } from '../../shared/sla/instant';
import type { Tx } from '../db/connect';
import { order, reporter as reporterTable, scene } from '../db/schema';
import { requireTerminal } from '../identity/terminal';
import { beginCityOrder } from '../intake/city/city-order';
import type { Context } from './context';
import { type Created, createOrder } from './create-order';
import { findRoute, type Place } from './find-route';
import { envOf } from './run-order-command';

const placeOf = (report: SubmitInput['report'], channel: Channel): Place => ({
  channel,
  stage: report.stage,
  hallUnitId: report.hallUnitId ?? null,
  placeUnitId: report.placeUnitId ?? null,
  town: report.town ?? null,
  matterId: report.matterId ?? null,
});

function requireReporter(reporter: SubmitInput['reporter']): void {
  if (reporter.kind === 'enterprise' && !reporter.enterpriseName) {
    throw new RuleBroken('reporter.enterprise-name-needed', { path: 'reporter.enterpriseName' }, 422);
  }
  if (reporter.creditCode && !isCreditCode(reporter.creditCode)) {
    throw new RuleBroken('reporter.credit-code-wrong', { path: 'reporter.creditCode' }, 422);
  }
}

/** The QR code at the hall fills in centre and window; it cannot be argued with by the form. */
async function withScene(tx: Tx, input: SubmitInput): Promise<SubmitInput> {
  if (!input.scene || input.channel === 'kiosk') return input;
  const [found] = await tx.select().from(scene).where(eq(scene.scene, input.scene));
  if (!found || found.retiredAt !== null) throw new RuleBroken('scene.not-found', { path: 'scene' }, 422);
  return { ...input, channel: 'hall-qr', report: { ...input.report, hallUnitId: found.hallUnitId } };
}

/** A terminal shows its key, and knows the hall it stands in; the form may name another one (spec 4, `kiosk`). */
async function withTerminal(
  tx: Tx,
  input: SubmitInput,
  terminalKey: string | undefined,
): Promise<SubmitInput> {
  if (input.channel !== 'kiosk') return input;
  const { hallUnitId } = await requireTerminal(tx, terminalKey);
  return { ...input, report: { ...input.report, hallUnitId: input.report.hallUnitId ?? hallUnitId } };
}

/** Who is signed in need not give the number again: the account's verified phone is the report's. */
function withAccountPhone(ctx: Context, input: SubmitInput, sealed: string | null): SubmitInput {
  if (input.reporter.phone || !sealed) return input;
  const phone = ctx.vault.unsealMaster(sealed, 'reporter:phone');
  return { ...input, reporter: { ...input.reporter, phone } };
}

/** `submit`: a report from a reporter; number and query code at once, routed in the same breath (spec 2). */
export async function submitOrder(
  tx: Tx,
  ctx: Context,
  number: string,
  given: SubmitInput,
  terminalKey?: string,
): Promise<Created> {
  const placed = await withScene(tx, await withTerminal(tx, given, terminalKey));
  requireReporter(placed.reporter);
  const accountId = ctx.actor.kind === 'reporter' ? ctx.actor.accountId : null;
  const [account] = accountId
    ? await tx.select().from(reporterTable).where(eq(reporterTable.id, accountId))
    : [];
  const input = withAccountPhone(ctx, placed, account?.phone ?? null);
  const phone = input.reporter.phone;
  const verified = Boolean(phone && account?.phoneIndex === ctx.vault.blindIndex('phone', phone));
  return createOrder(tx, ctx, {
    number,
    intake: input,
    channel: input.channel,
    reporterAccountId: accountId,
    phoneVerified: verified,
    decide: async (draft) =>
      submitRule(draft, await findRoute(tx, ctx, placeOf(input.report, draft.channel)), envOf(ctx)),
  });
}

function outcomeOf(input: RegisterInput): RegisterOutcome {
  const { reply, cause, basis, outcome } = input;
  if (outcome === 'on-the-spot') {
    if (!reply) throw new RuleBroken('register.reply-needed', { path: 'reply' }, 422);
    if (!cause) throw new RuleBroken('register.cause-needed', { path: 'cause' }, 422);
    return { outcome, reply, cause };
  }
  if (outcome === 'out-of-scope') {
    if (!reply) throw new RuleBroken('register.explanation-needed', { path: 'reply' }, 422);
    if (!basis) throw new RuleBroken('register.basis-needed', { path: 'basis' }, 422);
    return { outcome, explanation: reply, basis, rightDoor: input.rightDoor };
  }
  return { outcome };
}

/** `register`: every visitor of a hall, and callers by telephone (spec 2). */
export async function registerVisitor(
  tx: Tx,
  ctx: Context,
  number: string,
  given: RegisterInput,
): Promise<Created> {
  const own = ctx.actor.kind === 'staff' ? ctx.actor.roles.find((held) => held.role === 'clerk') : undefined;
  const centre = hasRole(ctx.actor, 'dispatcher') ? ctx.ref.tree.districtCentre : undefined;
  const hallUnitId = given.report.hallUnitId ?? own?.unitId ?? centre;
  const input = { ...given, report: { ...given.report, hallUnitId } };
  requireReporter(input.reporter);
  const outcome = outcomeOf(input);
  return createOrder(tx, ctx, {
    number,
    intake: input,
    channel: input.channel,
    reporterAccountId: null,
    phoneVerified: false,
    decide: async (draft) =>
      registerOrder(
        draft,
        outcome,
        await findRoute(tx, ctx, placeOf(input.report, input.channel)),
        envOf(ctx),
      ),
  });
}

/** What the city portal handed over: the same city number twice is one order (spec 4). */
export async function enterFromCity(
  tx: Tx,
  ctx: Context,
  number: string,
  input: CityPortalInput,
): Promise<Created | { duplicateOf: string }> {
  const bySystem = ctx.actor.kind === 'partner';
  if (!bySystem && !hasRoleIn(ctx.actor, ctx.ref.tree.districtCentre, 'dispatcher'))
    throw new RuleBroken('order.forbidden', {}, 403);
  // Two who bring the same number at the same moment: the second waits, and finds the first one's order.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`city:${input.cityNumber}`}, 0))`);
  const [known] = await tx
    .select({ number: order.number })
    .from(order)
    .where(eq(order.cityNumber, input.cityNumber));
  if (known) return { duplicateOf: known.number };
  requireReporter(input.reporter);
  const created = await createOrder(tx, ctx, {
    number,
    intake: input,
    channel: 'city-portal',
    reporterAccountId: null,
    phoneVerified: false,
    cityNumber: input.cityNumber,
    decide: async (draft) =>
      submitRule(draft, await findRoute(tx, ctx, placeOf(input.report, draft.channel)), envOf(ctx)),
  });
  const receivedAt = input.receivedAt ? fromIso(input.receivedAt) : null;
  await beginCityOrder(tx, created.change.facts, ctx.now(), receivedAt);
  return created;
}
