import { fork } from 'node:child_process';
import { join } from 'node:path';
import { startWorld } from '../../functions/testing/database';
import { minuteMs } from '../../shared/sla/instant';
import { line } from '../table';
import { startGateway } from './gateway';
import { write } from './write-messages';

const rounds = Number(process.env.BENCH_KILLS ?? 10);
const messages = 200 * rounds;

/** The process that delivers is killed in the middle, round after round: nothing is lost, and what arrives twice is counted. */
export async function killRounds(): Promise<void> {
  const world = await startWorld();
  const gateway = await startGateway({ failing: 0.3, delayMs: 5 });
  await write(world, 'sms', messages);
  const left = async () =>
    Number(
      (await world.owner.query("select count(*) as n from outbox where state = 'waiting'")).rows[0]?.n ?? 0,
    );
  let kills = 0;
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
      },
    });
    await new Promise((ready) => child.once('message', ready));
    const many = gateway.seen.size + 20 + Math.random() * 180;
    for (let waited = 0; waited < 150 && gateway.seen.size < many; waited += 1)
      await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    kills += 1;
    // Leases of the dead run out, and what failed is due again.
    world.now.at += 10 * minuteMs;
    if (new Date(world.now.at).getUTCHours() >= 12) world.now.at += 13 * 60 * minuteMs;
  }
  const { rows } = await world.owner.query(
    "select count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'dead')::int as dead from outbox",
  );
  const twice = [...gateway.seen.values()].reduce((sum, times) => sum + times - 1, 0);
  const lost = messages - gateway.seen.size - rows[0].dead;
  line('Outbox: the process killed in the middle', 'messages', 'sent', 'dead', 'lost');
  line('', messages, rows[0].sent, rows[0].dead, lost);
  line('', 'kills', 'arrived again', 'again per kill', 'most of one');
  line('', kills, twice, (twice / kills).toFixed(2), Math.max(...gateway.seen.values()));
  gateway.stop();
  await world.close();
  if (lost !== 0) throw new Error(`${lost} messages were lost.`);
}
