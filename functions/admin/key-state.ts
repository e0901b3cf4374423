import { sql } from 'drizzle-orm';
import { order } from '../db/schema';
import type { Context } from '../order/context';

/** Orders at either end of the district's years that are looked at. */
const looked = 1000;

/** Which master key seals, by its name alone, and which names the oldest and newest orders stand under (spec 8). */
export async function keyState(ctx: Context) {
  const [, algorithm = '', current = ''] = ctx.vault.sealMaster('probe', 'probe').split('.');
  const { rows } = await ctx.db.execute<{ key: string; n: number }>(sql`
    select split_part(order_key, '.', 3) as key, count(*)::int as n from (
      (select order_key from ${order} where order_key is not null order by submitted_at limit ${looked})
      union
      (select order_key from ${order} where order_key is not null order by submitted_at desc limit ${looked})
    ) ends group by 1 order by 2 desc`);
  return { algorithm, current, inUse: rows.map(({ key, n }) => ({ key, orders: n })) };
}
