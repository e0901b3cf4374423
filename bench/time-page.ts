import { loadavg } from 'node:os';
import { connect } from '../functions/db/connect';
import { readEnv } from '../functions/env';
import { forgetAnswers } from '../functions/figure/kept-answers';
import { createApp } from '../functions/http/app';
import { makeDeps } from '../functions/start/make-deps';
import type { TestWorld } from '../functions/testing/database';
import { caller } from '../functions/testing/people';
import { line } from './table';

/** What a page may take, in ms. */
export const limits = { cold: 300, warm: 100 };
const warmRounds = 5;

export const median = (times: number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
export const load = () => loadavg()[0]?.toFixed(1) ?? '';

async function ask(world: TestWorld, cookie: string, path: string): Promise<number> {
  const from = performance.now();
  const { status, body } = await caller(world, { cookie }).call('GET', path);
  const ms = performance.now() - from;
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return ms;
}

/** As after a restart: nothing in PostgreSQL's buffers, new connections, nothing known of units and calendar yet. */
async function askCold(world: TestWorld, cookie: string, path: string): Promise<number> {
  await world.owner.query('create extension if not exists pg_buffercache');
  await world.owner.query('select * from pg_buffercache_evict_all()');
  const connection = connect(world.url, 10);
  const config = { ...readEnv({}), dataDir: world.dataDir, logLevel: 'silent' };
  const deps = makeDeps(config, connection.db, () => world.now.at);
  const app = createApp(deps, { requestsPerMinute: 100_000_000 });
  try {
    return await ask({ ...world, deps, app }, cookie, path);
  } finally {
    await connection.close();
  }
}

/** Heads the columns of `timePage`; `anew`: without the answers that the process keeps of figures. */
export const headPages = (title: string) =>
  line(title, 'cold', 'warm median', 'warm best', 'warm, anew', 'load');

/** Prints what a page takes cold and warm; answers whether it took longer than it may. */
export async function timePage(
  world: TestWorld,
  cookie: string,
  { name, path }: { name: string; path: string },
): Promise<boolean> {
  const cold = await askCold(world, cookie, path);
  const anew: number[] = [];
  for (let round = 0; round <= warmRounds; round += 1) {
    forgetAnswers(world.deps.db);
    anew.push(await ask(world, cookie, path));
  }
  const times: number[] = [];
  for (let round = 0; round < warmRounds; round += 1) times.push(await ask(world, cookie, path));
  const warm = median(times);
  const late = cold > limits.cold || warm > limits.warm;
  const shown = [cold, warm, Math.min(...times), median(anew.slice(1))].map((ms) => ms.toFixed(0));
  line(`  ${name}`, ...shown, load(), late ? 'MISSED' : '');
  return late;
}

export const sayMissed = (missed: readonly string[]) =>
  line(`Above ${limits.cold} ms cold or ${limits.warm} ms warm`, missed.length, missed.join('; '));
