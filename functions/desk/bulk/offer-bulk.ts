import { inArray } from 'drizzle-orm';
import { type BulkCommand, bulkCommands } from '../../../shared/order/bulk';
import { mayRun } from '../../../shared/order/command/run';
import { order } from '../../db/schema';
import type { Context } from '../../order/context';
import { factsOfAll } from '../../order/order-row';
import { envOf } from '../../order/run-order-command';

/** Which of these orders each command may be done to by this person now; commands that none allows are left out. */
export async function offerBulk(
  ctx: Context,
  numbers: string[],
): Promise<{ command: BulkCommand; numbers: string[] }[]> {
  const rows = await ctx.db.select().from(order).where(inArray(order.number, numbers));
  const facts = await factsOfAll(ctx.db, rows);
  const env = envOf(ctx);
  return bulkCommands
    .map((command) => ({
      command,
      numbers: rows.flatMap((row, at) => {
        const known = facts[at];
        return known && mayRun(command, known, env) ? [row.number] : [];
      }),
    }))
    .filter((offer) => offer.numbers.length > 0);
}
