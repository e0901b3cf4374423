import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { CityCells } from '../../../shared/intake/city-row';
import { cityImportRow, order } from '../../db/schema';
import type { Context } from '../../order/context';
import { rowAad } from './start-import';

export interface Opened {
  row: typeof cityImportRow.$inferSelect;
  cells: CityCells;
}

export const waiting = (importId: string) =>
  and(eq(cityImportRow.importId, importId), isNull(cityImportRow.outcome));

/** The next rows of an import that nobody has dealt with, opened. */
export async function waitingRows(ctx: Context, importId: string, limit: number): Promise<Opened[]> {
  const rows = await ctx.db
    .select()
    .from(cityImportRow)
    .where(waiting(importId))
    .orderBy(asc(cityImportRow.line))
    .limit(limit);
  return rows.map((row) => ({
    row,
    cells: JSON.parse(ctx.vault.unsealMaster(row.sealed ?? '', rowAad(importId, row.line))) as CityCells,
  }));
}

/** Notes in one go what is there already, as all of a file sent twice is; answers the rest. */
export async function noteKnown(ctx: Context, opened: Opened[]): Promise<Opened[]> {
  const numbers = opened.flatMap(({ row }) => row.cityNumber ?? []);
  const found =
    numbers.length > 0
      ? await ctx.db
          .select({ cityNumber: order.cityNumber, number: order.number })
          .from(order)
          .where(inArray(order.cityNumber, numbers))
      : [];
  const known = new Map(found.map((each) => [each.cityNumber, each.number]));
  const isKnown = ({ row }: Opened) => known.has(row.cityNumber);
  const lines = opened.filter(isKnown).map(({ row }) => row.line);
  const importId = opened[0]?.row.importId;
  if (importId && lines.length > 0)
    await ctx.db
      .update(cityImportRow)
      .set({
        outcome: 'duplicate',
        sealed: null,
        orderNumber: sql`(select ${order.number} from ${order} where ${order.cityNumber} = ${cityImportRow.cityNumber})`,
      })
      .where(and(waiting(importId), inArray(cityImportRow.line, lines)));
  return opened.filter((each) => !isKnown(each));
}
