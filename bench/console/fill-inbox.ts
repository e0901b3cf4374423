import type { TestWorld } from '../../functions/testing/database';
import { minuteMs } from '../../shared/sla/instant';

const topic = 'bench';

/** What years leave in people's inboxes, `messages` for each recipient, most of it never opened. */
export async function fillInbox(world: TestWorld, messages: Record<string, number>): Promise<void> {
  await emptyInbox(world);
  const sealed = world.deps.vault.sealMaster('测时', 'inbox');
  const at = new Date(world.now.at - minuteMs);
  for (const [recipient, count] of Object.entries(messages))
    await world.owner.query(
      `insert into inbox (recipient, at, topic, sealed, read_at)
       select $1, $2, $3, $4, case when n % 5 = 0 then $2::timestamptz end from generate_series(1, $5::int) n`,
      [recipient, at, topic, sealed, count],
    );
  await world.owner.query('vacuum analyze inbox');
}

export async function emptyInbox(world: TestWorld): Promise<void> {
  await world.owner.query('delete from inbox where topic = $1', [topic]);
}
