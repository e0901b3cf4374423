import { sql } from 'drizzle-orm';
import { type Month, monthOf } from '../../shared/learning/month';
import type { Context } from '../order/context';

/** The month of the district's first report: months before it say nothing. Null while there is none. */
export async function firstMonth(ctx: Context): Promise<Month | null> {
  const { rows } = await ctx.db.execute<{ at: string | null }>(
    sql`select submitted_at as at from order_figure order by submitted_at limit 1`,
  );
  return rows[0]?.at ? monthOf(new Date(rows[0].at).getTime()) : null;
}
