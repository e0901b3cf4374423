import type { TestWorld } from '../../functions/testing/database';
import { signIn } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';
import { line } from '../table';
import { headPages, load, median, sayMissed, timePage } from '../time-page';
import { addEvents, type Player, playerOf, takeOut } from './add-events';
import { viewsFor } from './views';

const [small, large] = [10_000, Number(process.env.BENCH_ORDERS ?? 1_000_000)];
const only = new RegExp(process.env.BENCH_ONLY ?? '');
const [eventRounds, eventsPerRound] = [10, 100];

async function timeViews(world: TestWorld): Promise<string[]> {
  const cookie = await signIn(world, 'duban');
  const missed: string[] = [];
  for (const view of await viewsFor(world)) {
    if (!only.test(view.name)) continue;
    if (await timePage(world, cookie, view)) missed.push(view.name);
  }
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
    headPages(`Figures: ${large} orders over three years, ms`);
    sayMissed(await timeViews(many));
    if (!process.env.BENCH_ONLY) await timeEvents([few, many]);
  } finally {
    await few.close();
    await many.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
