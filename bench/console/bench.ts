import { loadavg } from 'node:os';
import { seedId } from '../../functions/db/seed/units';
import type { TestWorld } from '../../functions/testing/database';
import { staff } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';
import { accountOf } from '../scale/reporters';
import { line } from '../table';
import { emptyInbox, fillInbox } from './fill-inbox';
import { emptyOutbox, fillOutbox } from './fill-outbox';
import { measure } from './measure';
import { orderCases } from './order-cases';
import { otherCases } from './other-cases';
import { watchQueries } from './plan';
import { watchProcessor } from './processor';
import { reporterCaller, reporterCases } from './reporter-cases';

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
  { who: '13800000042', name: 'reporter of a hundred orders', casesFor: reporterCases },
].filter(({ who }) => !process.env.BENCH_WHO || process.env.BENCH_WHO.split(',').includes(who));

/** By user name a member of staff, by telephone a reporter. */
const callerOf = (world: TestWorld, who: string) =>
  /^\d+$/.test(who) ? reporterCaller(world, who) : staff(world, who);

const ms = (value: number) => value.toFixed(0);

/**
 * Every list, filter and search of the console, and the reporters' pages, with a million orders: times in ms, what of
 * them processors worked, the load of the machine, and how the slowest call of each line is carried out.
 */
async function main(): Promise<void> {
  const world = await openScale(count);
  const watching = { queries: watchQueries(world), processor: watchProcessor(world) };
  const missed: string[] = [];
  let [busy, whole] = [0, 0];
  try {
    await fillOutbox(world);
    await fillInbox(world, {
      [`staff:${seedId('staff:duban')}`]: 100_000,
      [`reporter:${accountOf('13800000042')}`]: 800,
    });
    const title = `Console: ${count} orders, ms`;
    line(title, 'asked', 'p50', 'p95', 'slowest', 'work p50', 'work p95', 'load', 'scans of the slowest');
    for (const { who, name, casesFor } of people) {
      const caller = await callerOf(world, who);
      line(name);
      for (const each of await casesFor(world, caller, who)) {
        if (only && !each.name.includes(only)) continue;
        const found = await measure(world, watching, caller, each, rounds);
        const { p50, p95, processor, slowest } = found;
        const numbers = [p50, p95, slowest.ms, processor.p50, processor.p95].map(ms);
        const plan = found.whole.length > 0 ? `WHOLE TABLE: ${found.whole}` : slowest.plan.scans.join(' + ');
        line(`  ${each.name}`, found.asked, ...numbers, (loadavg()[0] ?? 0).toFixed(1), plan);
        if (process.env.BENCH_SLOW && slowest.ms > target) console.log(`      ${slowest.ask}`);
        if (p95 > target)
          missed.push(`${name}: ${each.name} (p95 ${ms(p95)} ms, work ${ms(processor.p95)} ms)`);
        if (processor.p95 > target) busy += 1;
        if (found.whole.length > 0) whole += 1;
      }
    }
  } finally {
    await emptyOutbox(world);
    await emptyInbox(world);
    await world.close();
  }
  for (const miss of missed) line(`Above ${target} ms: ${miss}`);
  line(`Lines above ${target} ms`, missed.length);
  line(`Lines above ${target} ms of processor time`, busy);
  line('Lines that read a large table from end to end', whole);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
