import { sql } from 'drizzle-orm';
import { type EventGroup, eventGroup, eventWord } from '../../shared/notice/event-word';
import type { Db } from '../db/connect';

/** The kinds of record there are, found by jumping along their index: a step for each kind, however many records. */
export async function listKinds(db: Db): Promise<{ kind: string; word: string; group: EventGroup }[]> {
  const { rows } = await db.execute<{ kind: string }>(sql`
    with recursive step as (
      (select kind from event order by kind limit 1)
      union all
      select (select e.kind from event e where e.kind > step.kind order by e.kind limit 1)
      from step where step.kind is not null
    )
    select kind from step where kind is not null`);
  return rows.map(({ kind }) => ({ kind, word: eventWord(kind), group: eventGroup(kind) }));
}
