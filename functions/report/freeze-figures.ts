import * as z from 'zod';
import { day, text } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { usualHead } from '../../shared/report/notice/draft-notice';
import { reportKinds, reportPeriod } from '../../shared/report/period';
import { dayOf } from '../../shared/sla/instant';
import { requireKeeper } from '../admin/require-keeper';
import { appendAudit } from '../audit/append-event';
import { canonicalJson } from '../audit/hash-canonical-json';
import { digest } from '../audit/hash-digest';
import { reportSnapshot } from '../db/schema';
import type { Context } from '../order/context';
import { collectFigures } from './collect-figures';

export const FreezeFigures = z.strictObject({
  kind: z.enum(Object.keys(reportKinds) as [keyof typeof reportKinds, ...(keyof typeof reportKinds)[]]),
  /** Any day of the period. */
  day,
  issuer: text(2, 60).default(usualHead.issuer),
  recipients: text(2, 200).default(usualHead.recipients),
});
type FreezeFigures = z.infer<typeof FreezeFigures>;

/** What is hashed: the figures in their one spelling, so that anybody can check that they are the frozen ones. */
export const hashOf = (figures: unknown): string => digest('sha256', canonicalJson(figures));

/** The figures of a period as they stand now, kept for good: the notice is drafted from them (spec 7). */
export async function freezeFigures(ctx: Context, input: FreezeFigures): Promise<{ id: string }> {
  requireKeeper(ctx, 'supervisor');
  if (ctx.actor.kind !== 'staff') throw new RuleBroken('order.forbidden', {}, 403);
  const period = reportPeriod(input.kind, input.day);
  if (period.from > dayOf(ctx.now())) throw new RuleBroken('report.not-begun', { path: 'day' }, 422);
  const figures = await collectFigures(ctx, period);
  const id = ctx.newId();
  const hash = hashOf(figures);
  const by = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await tx.insert(reportSnapshot).values({
      id,
      kind: period.kind,
      fromDay: period.from,
      toDay: period.to,
      head: { issuer: input.issuer, recipients: input.recipients },
      figures,
      hash,
      madeBy: by.id,
      madeAt: ctx.now(),
    });
    const { kind, from, to } = period;
    await appendAudit(tx, by, ctx.now(), 'report.frozen', { snapshotId: id, kind, from, to, hash });
  });
  return { id };
}
