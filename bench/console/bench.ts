import { loadavg } from 'node:os';
import { staff } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';
import { line } from '../table';
import { emptyOutbox, fillOutbox } from './fill-outbox';
import { measure } from './measure';
import { orderCases } from './order-cases';
import { otherCases } from './other-cases';
import { watchQueries } from './plan';

const target = 150;
const count = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const only = process.env.BENCH_ONLY;
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const people = [
  { who: 'paidan', name: 'dispatcher', casesFor: orderCases },
  { who: 'duban', name: 'supervisor', casesFor: orderCases },
  { who: 'renshe1', name: 'handler of the largest unit', casesFor: orderCases },
  { who: 'chuangkou', name: 'clerk of a town centre', casesFor: orderCases },
  { who: 'jiancha', name: 'inspector: records, patterns, chains', casesFor: otherCases },
  { who: 'duban', name: 'supervisor: other lists', casesFor: otherCases },
  { who: 'guanli', name: 'administrator: other lists', casesFor: otherCases },
].filter(({ who }) => !process.env.BENCH_WHO || process.env.BENCH_WHO.split(',').includes(who));

/**
 * Every list, filter and search of the console with a million orders: times in ms, the load of the machine, and how the
 * slowest call of each line is carried out.
 */
async function main(): Promise<void> {
  const world = await openScale(count);
  const watch = watchQueries(world);
  const missed: string[] = [];
  try {
    await fillOutbox(world);
    line(`Console: ${count} orders, ms`, 'asked', 'p50', 'p95', 'slowest', 'load', 'scans of the slowest');
    for (const { who, name, casesFor } of people) {
      const caller = await staff(world, who);
      line(name);
      for (const each of await casesFor(world, caller, who)) {
        if (only && !each.name.includes(only)) continue;
        const { asked, p50, p95, slowest, whole } = await measure(world, watch, caller, each, rounds);
        const load = loadavg()[0] ?? 0;
        const plan = whole.length > 0 ? `WHOLE TABLE: ${whole.join(', ')}` : slowest.plan.scans.join(' + ');
        line(
          `  ${each.name}`,
          asked,
          p50.toFixed(0),
          p95.toFixed(0),
          slowest.ms.toFixed(0),
          load.toFixed(1),
          plan,
        );
        if (process.env.BENCH_SLOW && slowest.ms > target) console.log(`      ${slowest.ask}`);
        if (p95 > target || whole.length > 0)
          missed.push(
            `${name}: ${each.name} (p95 ${p95.toFixed(0)} ms${whole.length > 0 ? `, reads ${whole}` : ''})`,
          );
      }
    }
  } finally {
    await emptyOutbox(world);
    await world.close();
  }
  for (const miss of missed) line(`Missed: ${miss}`);
  line(`Above ${target} ms or reading a whole table`, missed.length);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
