import { desc, inArray } from 'drizzle-orm';
import { toIso } from '../../../shared/sla/instant';
import { event } from '../../db/schema';
import { namesOf } from '../../inspection/present-events';
import type { Context } from '../../order/context';

const shown = 30;

/** The newest changes of these kinds in the words the ledger has of them, with who made them. */
export async function listChanges(ctx: Context, ...kinds: [string, ...string[]]) {
  const rows = await ctx.db
    .select()
    .from(event)
    .where(inArray(event.kind, kinds))
    .orderBy(desc(event.at), desc(event.id))
    .limit(shown);
  const name = await namesOf(
    ctx,
    rows.map((row) => row.actor),
  );
  return rows.map((row) => ({
    id: row.id,
    at: toIso(row.at),
    by: name(row.actor),
    said: typeof row.data.said === 'string' ? row.data.said : '',
  }));
}
