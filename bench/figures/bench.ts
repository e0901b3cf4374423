import { loadavg } from 'node:os';
import { connect } from '../../functions/db/connect';
import { readEnv } from '../../functions/env';
import { createApp } from '../../functions/http/app';
import { makeDeps } from '../../functions/start/make-deps';
import type { TestWorld } from '../../functions/testing/database';
import { caller, signIn } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';
import { line } from '../table';
import { addEvents, type Player, playerOf, takeOut } from './add-events';
import { viewsFor } from './views';

const [small, large] = [10_000, Number(process.env.BENCH_ORDERS ?? 1_000_000)];
const only = process.env.BENCH_ONLY;
const limits = { cold: 300, warm: 100 };
const warmRounds = 5;
const [eventRounds, eventsPerRound] = [10, 100];

const median = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const load = () => loadavg()[0]?.toFixed(1) ?? '';

async function ask(world: TestWorld, cookie: string, path: string): Promise<number> {
  const from = performance.now();
  const { status, body } = await caller(world, { cookie }).call('GET', path);
  const ms = performance.now() - from;
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return ms;
}

/** As after a restart: nothing in PostgreSQL's buffers, new connections, nothing known of units and calendar yet. */
async function askCold(world: TestWorld, cookie: string, path: string): Promise<number> {
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

async function timeViews(world: TestWorld): Promise<string[]> {
  const cookie = await signIn(world, 'duban');
  const missed: string[] = [];
  await world.owner.query('create extension if not exists pg_buffercache');
  for (const { name, path } of await viewsFor(world)) {
    if (only && !name.includes(only)) continue;
    const cold = await askCold(world, cookie, path);
    const times: number[] = [];
    for (let round = 0; round <= warmRounds; round += 1) times.push(await ask(world, cookie, path));
    const warm = median(times.slice(1));
    const late = cold > limits.cold || warm > limits.warm;
    if (late) missed.push(name);
    const best = Math.min(...times.slice(1));
    line(`  ${name}`, cold.toFixed(0), warm.toFixed(0), best.toFixed(0), load(), late ? 'MISSED' : '');
  }
  await world.owner.query('drop extension pg_buffercache');
  return missed;
}

/** The same events at both sizes, turn by turn, so that a busy machine is busy for both. */
async function timeEvents(worlds: TestWorld[]): Promise<void> {
  const players: Player[] = [];
  for (const world of worlds) players.push(await playerOf(world));
  const spent = players.map(() => ({ commands: [] as number[], fold: [] as number[] }));
  try {
    for (const player of players) await addEvents(player, eventsPerRound);
    for (let round = 0; round < eventRounds; round += 1)
      for (const [at, player] of players.entries()) {
        const { commands, fold } = await addEvents(player, eventsPerRound);
        spent[at]?.commands.push(commands);
        spent[at]?.fold.push(fold);
      }
  } finally {
    for (const player of players) await takeOut(player);
  }
  line(
    `Adding ${eventRounds * eventsPerRound} events, ms each ${eventsPerRound}`,
    `${small}`,
    `${large}`,
    'ratio of rounds',
    'load',
  );
  // Two rounds that stand side by side met the same machine: their ratio says more than that of the medians.
  const row = (name: string, of: (each: (typeof spent)[number], at: number) => number) => {
    const [few = [], many = []] = spent.map((each) => each.commands.map((_, at) => of(each, at)));
    const ratio = median(many.map((ms, at) => ms / (few[at] ?? ms)));
    line(`  ${name}`, median(few).toFixed(0), median(many).toFixed(0), ratio.toFixed(2), load());
  };
  row('commands', (each, at) => each.commands[at] ?? 0);
  row('fold job', (each, at) => each.fold[at] ?? 0);
  row('both', (each, at) => (each.commands[at] ?? 0) + (each.fold[at] ?? 0));
}

/** Every page of the figures at a million orders, cold and warm; and what new events cost at 10,000 and at a million. */
async function main(): Promise<void> {
  const many = await openScale(large);
  const few = await openScale(small);
  try {
    line(`Figures: ${large} orders over three years, ms`, 'cold', 'warm median', 'warm best', 'load');
    const missed = await timeViews(many);
    line(`Above ${limits.cold} ms cold or ${limits.warm} ms warm`, missed.length, missed.join('; '));
    if (!only) await timeEvents([few, many]);
  } finally {
    await few.close();
    await many.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
