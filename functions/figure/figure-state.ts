import { sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';

/**
 * Names the state of everything that counts and handling times are read from, as this snapshot sees it. Between two
 * generations writers only add changes and marks, so their number tells one state from the next.
 */
export async function figureState(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ generation: string; changes: number; marks: number }>(sql`
    select generation, (select count(*) from figure_delta)::int as changes, (select count(*) from figure_stale)::int as marks
    from figure_state`);
  const [{ generation, changes, marks } = { generation: '', changes: 0, marks: 0 }] = rows;
  return `${generation} ${changes} ${marks}`;
}

/** Whoever takes changes or marks away raises the generation in the same transaction. */
export async function raiseGeneration(tx: Tx): Promise<void> {
  await tx.execute(sql`update figure_state set generation = gen_random_uuid()`);
}
