import type { TestWorld } from '../../functions/testing/database';
import type { Caller } from '../../functions/testing/people';
import { ask } from './ask';
import type { Case } from './case';
import { type PlanSummary, plansOf, type Watch } from './plan';

export interface Measured {
  asked: number;
  p50: number;
  p95: number;
  /** Processor time of the calls, this process and the database together. */
  processor: { p50: number; p95: number };
  slowest: { ms: number; ask: string; plan: PlanSummary };
  /** Tables that some call of the case reads from end to end. */
  whole: string[];
}
export interface Watching {
  queries: Watch;
  processor: () => number;
}

const share = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** The next pages of some of the lists too: what going on costs. */
async function withPages(caller: Caller, asks: string[]): Promise<string[]> {
  const more: string[] = [];
  for (const each of asks.filter((path) => path.includes('?')).slice(0, 6)) {
    const { next } = await ask(caller, each);
    if (typeof next === 'string') more.push(`${each}&cursor=${next}`);
  }
  return [...asks, ...more];
}

/** One call: how long it took, and how long processors worked for it. */
async function time(caller: Caller, each: string, processor: () => number) {
  const [from, used] = [performance.now(), processor()];
  await ask(caller, each);
  return { ms: performance.now() - from, processorMs: processor() - used };
}

/** Times of every call of a case, each asked `rounds` times, and how the slowest is carried out. */
export async function measure(
  world: TestWorld,
  { queries, processor }: Watching,
  caller: Caller,
  { asks }: Case,
  rounds: number,
): Promise<Measured> {
  const times: { ms: number; processorMs: number }[] = [];
  const whole = new Set<string>();
  let slowest: Measured['slowest'] = { ms: -1, ask: '', plan: { scans: [], whole: [] } };
  for (const each of await withPages(caller, asks)) {
    const own: typeof times = [];
    const asked = await queries.during(async () => {
      for (let round = 0; round < rounds; round += 1) own.push(await time(caller, each, processor));
    });
    const plan = await plansOf(world, asked.slice(0, asked.length / rounds));
    for (const table of plan.whole) whole.add(table);
    times.push(...own);
    const ms = Math.max(...own.map((one) => one.ms));
    if (ms > slowest.ms) slowest = { ms, ask: each, plan };
  }
  const sorted = (of: 'ms' | 'processorMs') => times.map((one) => one[of]).sort((a, b) => a - b);
  const [ms, worked] = [sorted('ms'), sorted('processorMs')];
  return {
    asked: times.length,
    p50: share(ms, 0.5),
    p95: share(ms, 0.95),
    processor: { p50: share(worked, 0.5), p95: share(worked, 0.95) },
    slowest,
    whole: [...whole],
  };
}
