import { and, eq, isNull, sql } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { appendAudit } from '../../audit/append-event';
import { cityImport, cityImportRow } from '../../db/schema';
import type { Context } from '../../order/context';
import { knownNames } from './known-names';
import { requireCityDesk } from './start-import';
import { takeRow } from './take-row';
import { noteKnown, type Opened, waiting, waitingRows } from './waiting-rows';

/** Rows that one request takes in: a bound on how long it lasts. */
const stepRows = 100;
const atOnce = 4;

/** Several at once, but rows of one city number one after the other: the first of them is the one taken in. */
async function inLanes(opened: Opened[], work: (each: Opened) => Promise<void>): Promise<void> {
  const lanes: Opened[][] = Array.from({ length: atOnce }, () => []);
  const laneOf = new Map<string, Opened[]>();
  for (const [index, each] of opened.entries()) {
    const number = each.row.cityNumber ?? `line ${each.row.line}`;
    const lane = laneOf.get(number) ?? lanes[index % atOnce] ?? [];
    laneOf.set(number, lane);
    lane.push(each);
  }
  const ended = await Promise.allSettled(
    lanes.map(async (lane) => {
      for (const each of lane) await work(each);
    }),
  );
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Takes in the next rows of an import, each in a transaction of its own, in the order of the sheet. May be called again
 * after any failure, and by two at once: no row is taken in twice. Answers whether rows are left.
 */
export async function stepImport(ctx: Context, importId: string): Promise<{ left: boolean }> {
  requireCityDesk(ctx);
  const [wanted] = await ctx.db.select().from(cityImport).where(eq(cityImport.id, importId));
  if (!wanted) throw new RuleBroken('address.unknown', {}, 404);
  const opened = await waitingRows(ctx, importId, stepRows);
  const known = await knownNames(
    ctx,
    opened.map(({ cells }) => cells),
  );
  const fresh = await noteKnown(ctx, opened);
  await inLanes(fresh, (each) => takeRow(ctx, each, known));
  if (opened.length === stepRows) return { left: true };
  await finish(ctx, importId);
  return { left: false };
}

async function finish(ctx: Context, importId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const ended = await tx
      .update(cityImport)
      .set({ finishedAt: ctx.now() })
      .where(
        and(
          eq(cityImport.id, importId),
          isNull(cityImport.finishedAt),
          sql`not exists (select 1 from ${cityImportRow} where ${waiting(importId)})`,
        ),
      )
      .returning({ id: cityImport.id });
    if (ended.length === 0) return;
    await appendAudit(tx, ctx.actor, ctx.now(), 'city-import.finished', { importId });
  });
}
