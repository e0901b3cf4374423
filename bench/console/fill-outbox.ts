import type { TestWorld } from '../../functions/testing/database';
import { dayMs, minuteMs } from '../../shared/sla/instant';

const messages = 200_000;
const topic = 'bench';

/** Messages as months of sending leave them: nearly all sent, a few dead and held, each of an order of its own. */
export async function fillOutbox(world: TestWorld): Promise<void> {
  await emptyOutbox(world);
  const sealed = world.deps.vault.sealMaster(JSON.stringify({ to: '13800000000', text: '测时' }), 'outbox');
  await world.owner.query(
    `insert into outbox (provider, recipient_key, topic, dedupe_key, sealed, state, attempts, next_at, last_error, created_at, sent_at)
     select 'sms', 'bench', $1, 'bench:' || n, $2,
       case when n % 4000 = 0 then 'dead' when n % 9000 = 0 then 'held' else 'sent' end, 1, $3, null, $3, $4
     from generate_series(1, $5::int) n`,
    [topic, sealed, new Date(world.now.at - dayMs), new Date(world.now.at - dayMs + minuteMs), messages],
  );
  await world.owner.query('analyze outbox');
}

export async function emptyOutbox(world: TestWorld): Promise<void> {
  await world.owner.query('delete from outbox where topic = $1', [topic]);
}
