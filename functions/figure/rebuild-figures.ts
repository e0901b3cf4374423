import { asc, gt, inArray, sql } from 'drizzle-orm';
import { inTransaction } from '../db/in-transaction';
import { order } from '../db/schema';
import type { Deps } from '../order/context';
import { raiseGeneration } from './figure-state';
import { addToRollUps, foldingLock } from './fold-deltas';
import { forgetRounds, keepFigures } from './keep-figures';
import { packDays } from './pack-days';

const pageSize = 200;
const nobody = '00000000-0000-0000-0000-000000000000';

/** Every order's figures once more from its events, page by page while the system runs; answers how many orders. */
async function foldEveryOrder(deps: Deps): Promise<number> {
  const { calendar } = await deps.reference();
  let count = 0;
  for (let after = nobody; ; ) {
    const ids = await inTransaction(deps.db, async (tx) => {
      const page = await tx
        .select({ id: order.id })
        .from(order)
        .where(gt(order.id, after))
        .orderBy(asc(order.id))
        .limit(pageSize);
      const found = page.map(({ id }) => id);
      if (found.length === 0) return found;
      await tx.select({ id: order.id }).from(order).where(inArray(order.id, found)).for('update');
      await forgetRounds(tx, found);
      await keepFigures(tx, found, calendar);
      return found;
    });
    count += ids.length;
    after = ids.at(-1) ?? after;
    if (ids.length < pageSize) return count;
  }
}

const handledDays = sql`
  select distinct (last_resolved_at at time zone 'Asia/Shanghai')::date - date '1970-01-01' from order_figure
  where last_resolved_at is not null and accepted_at is not null`;

/** The roll-ups once more from the orders' shares, month by month as of one moment; changes made meanwhile stay in line. */
export async function rebuildRollUps(deps: Pick<Deps, 'db'>): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    await tx.execute(sql`set local work_mem = '128MB'`);
    await tx.execute(sql`select pg_advisory_xact_lock(${foldingLock})`);
    await raiseGeneration(tx);
    await tx.execute(sql`delete from figure_cell`);
    await tx.execute(sql`delete from figure_spread`);
    await tx.execute(sql`delete from matter_stage_cell`);
    await tx.execute(sql`delete from matter_cause_cell`);
    await tx.execute(sql`delete from figure_delta`);
    await tx.execute(sql`delete from figure_pack`);
    await tx.execute(sql`insert into figure_stale (day) ${handledDays}`);
    const { rows } = await tx.execute<{ month: number }>(
      sql`select distinct month from figure_share order by month`,
    );
    for (const { month } of rows)
      await tx.execute(sql`
        with line as (select *, 1 as sign from figure_share where month = ${month}),
        ${addToRollUps(sql`line`)} select 1`);
  });
  await packDays(deps.db, Number.POSITIVE_INFINITY);
}

/** Makes all figures anew from the events; the same to the last digit (spec 7). Answers how many orders there are. */
export async function rebuildFigures(deps: Deps): Promise<number> {
  const count = await foldEveryOrder(deps);
  await rebuildRollUps(deps);
  return count;
}
