import type { TestWorld } from '../../functions/testing/database';

export const recipients = 2000;

/** Writes this many waiting messages of one provider. */
export async function write(world: TestWorld, provider: string, messages: number): Promise<void> {
  for (let from = 0; from < messages; from += 5000) {
    const part = Array.from({ length: Math.min(5000, messages - from) }, (_, at) => from + at);
    const sealed = part.map((n) =>
      world.deps.vault.sealMaster(
        JSON.stringify({ to: `1380000${String(n % recipients).padStart(4, '0')}`, text: `第 ${n} 条` }),
        'outbox',
      ),
    );
    await world.owner.query(
      `insert into outbox (provider, recipient_key, topic, dedupe_key, sealed, state, attempts, next_at, created_at)
       select '${provider}', 'r' || (n % ${recipients}), 'accepted', '${provider}-' || n, s, 'waiting', 0, $3, $3
       from unnest($1::int[], $2::text[]) as t(n, s)`,
      [part, sealed, new Date(world.now.at)],
    );
  }
  // The database does so by itself within a minute (migration 0026); a bench that begins at once must not wait for it.
  await world.owner.query('analyze outbox');
}
