import { fork } from 'node:child_process';
import { join } from 'node:path';
import { startWorld } from '../../functions/testing/database';
import { minuteMs } from '../../shared/sla/instant';
import { line } from '../table';
import { type Gateway, startGateway } from './gateway';
import { write } from './write-messages';

const rounds = Number(process.env.BENCH_KILLS ?? 10);
const messages = 200 * rounds;
const again = (gateway: Gateway) => [...gateway.seen.values()].reduce((sum, times) => sum + times - 1, 0);

/**
 * The process that delivers is killed in the middle, round after round: nothing is lost, and what arrives twice is
 * counted. A receiver that drops repeats may be sent several at once; any other is sent one at a time.
 */
export async function killRounds(dropsRepeats: boolean): Promise<void> {
  const world = await startWorld();
  const gateway = await startGateway({ failing: 0.3, delayMs: 5 });
  await write(world, 'sms', messages);
  const left = async () =>
    Number(
      (await world.owner.query("select count(*) as n from outbox where state = 'waiting'")).rows[0]?.n ?? 0,
    );
  /** Messages of which it was counted that a death left them in doubt. */
  const counted = new Set<string>();
  /** Messages that arrived though the process died before it could write that down: they go out again. */
  const inDoubt = async () => {
    const { rows } = await world.owner.query<{ key: string }>(
      "select dedupe_key as key from outbox where state = 'waiting' and lease_until > $1",
      [new Date(world.now.at)],
    );
    const fresh = rows.filter(({ key }) => gateway.seen.has(key) && !counted.has(key));
    for (const { key } of fresh) counted.add(key);
    return fresh.length;
  };
  let kills = 0;
  let mostPerKill = 0;
  while ((await left()) > 0 && kills < 20 * rounds) {
    const child = fork(join(__dirname, 'drain-alone.ts'), {
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        DATABASE_URL: world.url,
        DATA_DIR: world.dataDir,
        SMS_GATEWAY_URL: gateway.url,
        SMS_GATEWAY_KEY_ID: 'bench',
        SMS_GATEWAY_SECRET: 'bench-secret-0123456789',
        NOW: String(world.now.at),
        DROPS_REPEATS: dropsRepeats ? '1' : '',
      },
    });
    await new Promise((ready) => child.once('message', ready));
    const many = gateway.seen.size + 20 + Math.random() * 180;
    for (let waited = 0; waited < 150 && gateway.seen.size < many; waited += 1)
      await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    kills += 1;
    mostPerKill = Math.max(mostPerKill, await inDoubt());
    // Leases of the dead run out, and what failed is due again.
    world.now.at += 10 * minuteMs;
    if (new Date(world.now.at).getUTCHours() >= 12) world.now.at += 13 * 60 * minuteMs;
  }
  const { rows } = await world.owner.query(
    "select count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'dead')::int as dead from outbox",
  );
  const lost = messages - gateway.seen.size - rows[0].dead;
  const kind = dropsRepeats ? 'receiver drops repeats, 8 at once' : 'receiver takes each copy, 1 at once';
  line(`Outbox: killed in the middle; ${kind}`, 'messages', 'sent', 'dead', 'lost');
  line('', messages, rows[0].sent, rows[0].dead, lost);
  line('', 'kills', 'arrived again', 'most per kill', 'shown twice');
  line('', kills, again(gateway), mostPerKill, dropsRepeats ? 0 : again(gateway));
  gateway.stop();
  await world.close();
  if (lost !== 0) throw new Error(`${lost} messages were lost.`);
}
