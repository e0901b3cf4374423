import { drainOutbox } from '../../functions/jobs/drain-outbox';
import { ProviderError } from '../../functions/provider/provider-error';
import { senderOf } from '../../functions/provider/sender';
import { createHttpSmsProvider } from '../../functions/provider/sms/http-sms';
import { startWorld } from '../../functions/testing/database';
import { hourMs } from '../../shared/sla/instant';
import { line } from '../table';
import { startGateway } from './gateway';
import { killRounds } from './kill-rounds';
import { write } from './write-messages';

const count = Number(process.env.BENCH_MESSAGES ?? 4000);

/** Every message is delivered or dead with its reason, though the gateway fails; a provider that hangs slows no other. */
async function main(): Promise<void> {
  const world = await startWorld();
  const gateway = await startGateway({ failing: 0.3, hanging: 0.05 });
  await write(world, 'sms', count);
  const provider = createHttpSmsProvider({
    url: gateway.url,
    keyId: 'bench',
    secret: 'bench-secret-0123456789',
    signName: '示例',
    now: () => world.now.at,
    timeoutMs: 250,
  });
  const senders = { sms: senderOf(provider, () => world.now.at) };
  const left = async () =>
    Number(
      (
        await world.owner.query(
          "select count(*) as n from outbox where provider = 'sms' and state = 'waiting'",
        )
      ).rows[0]?.n,
    );
  const from = performance.now();
  for (let rounds = 0; rounds < 5000 && (await left()) > 0; rounds += 1) {
    await drainOutbox(world.deps, senders, 20_000);
    world.now.at += 5 * 60_000;
    if (new Date(world.now.at + 8 * hourMs).getUTCHours() >= 20) world.now.at += 13 * hourMs;
  }
  const seconds = (performance.now() - from) / 1000;
  const { rows } = await world.owner.query(
    "select state, coalesce(last_error, '') as reason, count(*)::int as n from outbox where provider = 'sms' group by 1, 2 order by 3 desc",
  );
  line('Outbox: 30 % fail, 5 % hang', 'messages', 'seconds', 'a second');
  line('', count, seconds.toFixed(0), (count / seconds).toFixed(0));
  const doubles = [...gateway.seen.values()].filter((times) => times > 1).length;
  line('delivered', gateway.seen.size, 'twice', doubles);
  for (const row of rows.filter((each) => each.state !== 'sent')) line(`${row.state}: ${row.reason}`, row.n);

  await write(world, 'quick', 2000);
  await write(world, 'stuck', 50);
  const quick = async () => {
    const started = performance.now();
    await drainOutbox(world.deps, { quick: async () => undefined });
    return performance.now() - started;
  };
  const alone = await quick();
  await world.owner.query("update outbox set state = 'waiting', next_at = $1 where provider = 'quick'", [
    new Date(world.now.at),
  ]);
  const hang = async () => {
    await new Promise((done) => setTimeout(done, 2000));
    throw new ProviderError('timeout');
  };
  const stuck = drainOutbox(world.deps, { stuck: hang });
  const beside = await quick();
  line(
    'another provider, alone / beside one that hangs',
    alone.toFixed(0),
    beside.toFixed(0),
    (beside / alone).toFixed(2),
  );
  await stuck;
  gateway.stop();
  await world.close();
}

main()
  .then(() => killRounds(true))
  .then(() => killRounds(false))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
