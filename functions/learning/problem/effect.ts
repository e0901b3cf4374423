import { type Effect, judgeEffect, type MonthCount } from '../../../shared/learning/effect';
import { addMonths, type Month, monthOf, monthsBetween } from '../../../shared/learning/month';
import type { Context } from '../../order/context';
import { firstMonth } from '../first-month';
import { withBelow } from '../scope';
import { type Asked, countByMonth } from './month-counts';
import type { MeasureRow, ProblemRow } from './problem-row';

/** How far an effect looks back from the measure, and how many months it shows at most. */
const monthsBefore = 12;
const mostMonths = 36;

export interface MeasuredEffect extends Effect {
  months: MonthCount[];
  doneMonth: Month | null;
  runningMonth: Month;
}

/**
 * Reports of each item's matters × cause per month before and after its last finished measure (spec 7): of the whole
 * district where it opened the item, else of the owner unit and those below.
 */
export async function measureEffects(
  ctx: Context,
  items: readonly ProblemRow[],
  measures: readonly MeasureRow[],
): Promise<Map<string, MeasuredEffect>> {
  if (items.length === 0) return new Map();
  const running = monthOf(ctx.now());
  const first = (await firstMonth(ctx)) ?? running;
  const asked = items.map(({ id, cause, matterIds, openedByDistrict, ownerUnitId }) => {
    const done = measures.find(({ doneAt, itemId }) => itemId === id && doneAt !== null)?.doneAt ?? null;
    const doneMonth = done === null ? null : monthOf(done);
    const wanted = addMonths(doneMonth ?? running, -monthsBefore);
    const from = [first, wanted, addMonths(running, 1 - mostMonths)].sort().at(-1) ?? running;
    const units = openedByDistrict ? null : withBelow(ctx, ownerUnitId);
    return { id, cause, matterIds, units, from, until: running, doneMonth } satisfies Asked & {
      doneMonth: Month | null;
    };
  });
  const counts = await countByMonth(ctx, asked);
  return new Map(
    asked.map(({ id, from, doneMonth }) => {
      const months = monthsBetween(from, running).map((month) => ({
        month,
        count: counts.get(id)?.get(month) ?? 0,
      }));
      return [id, { ...judgeEffect(months, doneMonth, running), months, doneMonth, runningMonth: running }];
    }),
  );
}
