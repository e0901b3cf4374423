import { asc } from 'drizzle-orm';
import { appendAudit } from '../audit/append-event';
import { dailyRoot } from '../db/schema';
import type { Context } from '../order/context';

/** Every daily root as CSV, a line a day, to be deposited elsewhere; the export is in the ledger (spec 8). */
export async function exportRoots(ctx: Context): Promise<string> {
  const rows = await ctx.db
    .select({ day: dailyRoot.day, events: dailyRoot.events, root: dailyRoot.root })
    .from(dailyRoot)
    .orderBy(asc(dailyRoot.day));
  await ctx.db.transaction((tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'roots.exported', { rows: rows.length }),
  );
  return ['day,events,root', ...rows.map(({ day, events, root }) => `${day},${events},${root}`), ''].join(
    '\n',
  );
}
