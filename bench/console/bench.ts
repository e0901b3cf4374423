import type { TestWorld } from '../../functions/testing/database';
import { type Caller, staff } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';
import { line } from '../table';
import { type Case, casesFor } from './cases';
import { plansOf, watchQueries } from './watch-queries';

const target = 150;
const count = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const only = process.env.BENCH_ONLY;
const people = [
  { who: 'paidan', name: 'dispatcher' },
  { who: 'duban', name: 'supervisor' },
  { who: 'renshe1', name: 'handler of the largest unit' },
  { who: 'chuangkou', name: 'clerk of a town centre' },
];

const share = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** The next pages of a list too: what paging costs far down. */
async function pages(caller: Caller, path: string): Promise<string[]> {
  const { body } = await caller.call('GET', path);
  return typeof body.next === 'string' ? [`${path}&cursor=${body.next}`] : [];
}

type Watch = ReturnType<typeof watchQueries>;

async function measure(
  world: TestWorld,
  watch: Watch,
  caller: Caller,
  { name, paths }: Case,
): Promise<string | null> {
  const times: { ms: number; path: string }[] = [];
  let [wholeTable, slowest]: [string | null, { ms: number; used: string[]; path: string }] = [
    null,
    { ms: 0, used: [], path: '' },
  ];
  const all = [...paths];
  for (const path of paths.slice(0, 6))
    if (path.startsWith('/desk/orders')) all.push(...(await pages(caller, path)));
  for (const path of all) {
    const asked = await watch.during(async () => {
      const from = performance.now();
      const { status } = await caller.call('GET', path);
      times.push({ ms: performance.now() - from, path });
      if (status !== 200) throw new Error(`${path}: ${status}`);
    });
    const plans = await plansOf(world, asked);
    if (plans.wholeTable) wholeTable ??= path;
    const ms = times.at(-1)?.ms ?? 0;
    if (ms > slowest.ms) slowest = { ms, used: plans.used, path };
  }
  const sorted = times.map((each) => each.ms).sort((a, b) => a - b);
  const [p50, p95] = [share(sorted, 0.5), share(sorted, 0.95)];
  line(
    `  ${name}`,
    all.length,
    p50.toFixed(0),
    p95.toFixed(0),
    slowest.ms.toFixed(0),
    wholeTable ? 'WHOLE TABLE' : slowest.used.join(' + '),
  );
  if (process.env.BENCH_SLOW && slowest.ms > target) console.log(`      ${slowest.path}`);
  return p95 > target || wholeTable
    ? `${name} (p95 ${p95.toFixed(0)} ms${wholeTable ? `, reads the whole table: ${wholeTable}` : ''})`
    : null;
}

/** Every list, filter and search of the console with a million orders: times in ms, and how the slowest is found. */
async function main(): Promise<void> {
  const world = await openScale(count);
  const watch = watchQueries(world);
  const missed: string[] = [];
  line(`Console: ${count} orders, ms`, 'asked', 'p50', 'p95', 'slowest', 'its indexes');
  for (const { who, name } of people) {
    const caller = await staff(world, who);
    line(name);
    for (const each of await casesFor(world, caller)) {
      if (only && !each.name.includes(only)) continue;
      const miss = await measure(world, watch, caller, each);
      if (miss) missed.push(`${name}: ${miss}`);
    }
  }
  for (const miss of missed) line(`Missed: ${miss}`);
  line(`Above ${target} ms or reading the whole table`, missed.length);
  await world.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
