import { and, eq, isNull } from 'drizzle-orm';
import { cityColumnAt, type KnownNames, type RowProblem, readCityRow } from '../../../shared/intake/city-row';
import { problemTitle } from '../../../shared/notice/problem';
import type { CityPortalInput } from '../../../shared/order/contract/intake';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { inTransaction } from '../../db/in-transaction';
import { cityImportRow } from '../../db/schema';
import type { Context } from '../../order/context';
import { enterFromCity } from '../../order/submit-order';
import { takeNumber } from '../../order/take-number';
import type { Opened } from './waiting-rows';

type Row = typeof cityImportRow.$inferSelect;
type Result = Pick<Row, 'outcome' | 'orderNumber' | 'problems'>;
const at = (row: Row) => and(eq(cityImportRow.importId, row.importId), eq(cityImportRow.line, row.line));
const refused = (problems: RowProblem[]): Result => ({ outcome: 'refused', orderNumber: null, problems });

/** The order and what is noted on the row, in one transaction: neither is ever there without the other. */
async function enter(ctx: Context, row: Row, input: CityPortalInput): Promise<void> {
  const number = await takeNumber(ctx.db, ctx.now());
  await inTransaction(ctx.db, async (tx) => {
    const [mine] = await tx
      .select({ line: cityImportRow.line })
      .from(cityImportRow)
      .where(and(at(row), isNull(cityImportRow.outcome)))
      .for('update', { skipLocked: true });
    if (!mine) return;
    const made = await enterFromCity(tx, ctx, number, input);
    const result: Result =
      'duplicateOf' in made
        ? { outcome: 'duplicate', orderNumber: made.duplicateOf, problems: null }
        : { outcome: 'accepted', orderNumber: made.number, problems: null };
    await tx
      .update(cityImportRow)
      .set({ ...result, sealed: null })
      .where(at(row));
  });
}

const note = (ctx: Context, row: Row, result: Result) =>
  ctx.db
    .update(cityImportRow)
    .set({ ...result, sealed: null })
    .where(and(at(row), isNull(cityImportRow.outcome)));

/** Takes one row in, or notes every reason why not. A failure that is not the row's own is thrown: it waits on. */
export async function takeRow(ctx: Context, { row, cells }: Opened, known: KnownNames): Promise<void> {
  const read = readCityRow(cells, known);
  if ('problems' in read) {
    await note(ctx, row, refused(read.problems));
    return;
  }
  try {
    await enter(ctx, row, read.input);
  } catch (error) {
    if (!(error instanceof RuleBroken) || error.status === 403) throw error;
    const column = typeof error.detail.path === 'string' ? cityColumnAt(error.detail.path) : '整行';
    await note(ctx, row, refused([{ column, message: problemTitle(error.code) }]));
  }
}
