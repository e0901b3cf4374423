import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, notInArray } from 'drizzle-orm';
import type { ReportItems } from '../../../shared/learning/draft-report';
import { addMonths, firstInstantOf, type Month } from '../../../shared/learning/month';
import { problemItem, problemMeasure } from '../../db/schema';
import type { Context } from '../../order/context';
import { withBelow } from '../scope';

const shown = 20;

/** What of the unit's problem list a report of the month speaks of. */
export async function reportItems(ctx: Context, unitId: string, month: Month): Promise<ReportItems> {
  const owned = inArray(problemItem.ownerUnitId, withBelow(ctx, unitId));
  const measures = (condition: ReturnType<typeof and>) =>
    ctx.db
      .select({ title: problemItem.title, measure: problemMeasure.text, due: problemMeasure.due })
      .from(problemMeasure)
      .innerJoin(problemItem, eq(problemItem.id, problemMeasure.itemId))
      .where(and(owned, eq(problemMeasure.void, false), condition))
      .orderBy(asc(problemMeasure.due))
      .limit(shown);
  const within = and(
    isNotNull(problemMeasure.doneAt),
    gte(problemMeasure.doneAt, firstInstantOf(month)),
    lt(problemMeasure.doneAt, firstInstantOf(addMonths(month, 1))),
  );
  const [open, done, planned] = await Promise.all([
    ctx.db
      .select({ title: problemItem.title })
      .from(problemItem)
      .where(and(owned, notInArray(problemItem.state, ['effective', 'dropped', 'done'])))
      .orderBy(asc(problemItem.openedAt))
      .limit(shown),
    measures(within),
    measures(and(eq(problemItem.state, 'planned'), isNull(problemMeasure.doneAt))),
  ]);
  return {
    open: open.map(({ title }) => title),
    done: done.map(({ title, measure }) => `${title}：${measure}`),
    planned,
  };
}
