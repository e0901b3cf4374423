import { asc, sql } from 'drizzle-orm';
import { problemEventWords } from '../../../shared/learning/problem-event';
import { toIso } from '../../../shared/sla/instant';
import { event } from '../../db/schema';
import type { Context } from '../../order/context';
import { staffNames } from './present-problem';

/** Most lines of an item's history that are shown. */
const shown = 300;

/** What was done with an item, when and by whom, as the ledger holds it. */
export async function historyOf(ctx: Context, itemId: string) {
  const rows = await ctx.db
    .select({ id: event.id, at: event.at, kind: event.kind, actor: event.actor, data: event.data })
    .from(event)
    .where(sql`(${event.data}->>'itemId') = ${itemId}`)
    .orderBy(asc(event.id))
    .limit(shown);
  const idOf = (actor: string) => (actor.startsWith('staff:') ? actor.slice('staff:'.length) : null);
  const names = await staffNames(
    ctx.db,
    rows.map((row) => idOf(row.actor)),
  );
  return rows.map((row) => ({
    at: toIso(row.at),
    by: names.get(idOf(row.actor) ?? '') ?? '',
    what: problemEventWords(row.kind, row.data),
  }));
}
