import { sql } from 'drizzle-orm';
import { dayMs, toIso } from '../../../shared/sla/instant';
import { type ClusterItem, clusterReports } from '../../../shared/text/cluster';
import type { Context } from '../../order/context';
import { openWords } from '../../order/words';
import { conditionOf, type FigureQuery, narrowingOf, periodOf, withinPeriod } from '../filter';

/** The newest reports of the period and the one before it; more than these are not compared. */
const mostReports = 1200;
const mostClusters = 30;
/** As many as can be evidence of an item of the problem list. */
const mostNumbers = 200;
const excerptLength = 60;

interface Row extends Record<string, unknown> {
  id: string;
  number: string;
  at: string;
  key: string | null;
  sealed: string;
}

async function readReports(ctx: Context, query: FigureQuery) {
  const { first, last } = periodOf(query);
  const both = { first: first - (last - first + 1), last };
  // The newest are chosen first, so that the planner starts no parallel workers for so few orders: starting them costs more.
  const { rows } = await ctx.db.execute<Row>(sql`
    select o.id, o.number, o.submitted_at as at, o.order_key as key, o.sealed
    from (
      select f.order_id, f.submitted_at from order_figure f
      where ${withinPeriod(sql`f.submitted_at`, both)} and ${conditionOf(narrowingOf(ctx, query), 'f')}
      order by f.submitted_at desc limit ${mostReports}
    ) newest join "order" o on o.id = newest.order_id order by newest.submitted_at desc`);
  return rows;
}

/**
 * Groups of similar reports, those that grew most against the period before first (spec 7). Found anew at each request
 * among the newest reports; no words of them are kept.
 */
export async function hotIssues(ctx: Context, query: FigureQuery) {
  const rows = await readReports(ctx, query);
  const numbers = new Map(rows.map((row) => [row.id, row.number]));
  const stories = new Map<string, string>();
  const items = rows.flatMap((row): ClusterItem[] => {
    const words = openWords(ctx.vault, { id: row.id, orderKey: row.key, sealed: row.sealed });
    if (!words) return [];
    stories.set(row.id, words.story);
    return [{ id: row.id, text: `${words.matterText ?? ''} ${words.story}`, at: new Date(row.at).getTime() }];
  });
  const { first, last } = periodOf(query);
  const midnight = (day: number) => day * dayMs - 8 * 3_600_000;
  const whole = { from: midnight(first), to: midnight(last + 1) };
  const clusters = clusterReports(items, whole, mostClusters);
  const oldest = items.at(-1)?.at;
  return {
    compared: items.length,
    /** Where the comparison reaches back to, when there were more reports than are compared. */
    since: rows.length === mostReports && oldest !== undefined ? toIso(oldest) : null,
    items: clusters.map(({ ids, title, centralId, size, now, before }) => ({
      title,
      size,
      now,
      before,
      central: numbers.get(centralId) ?? '',
      excerpt: (stories.get(centralId) ?? '').slice(0, excerptLength),
      numbers: ids.slice(0, mostNumbers).flatMap((id) => numbers.get(id) ?? []),
    })),
  };
}
