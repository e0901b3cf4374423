import type { TestWorld } from '../../functions/testing/database';
import type { Caller } from '../../functions/testing/people';
import { ask } from './ask';
import type { Case } from './case';
import { type PlanSummary, plansOf, type Watch } from './plan';

export interface Measured {
  asked: number;
  p50: number;
  p95: number;
  slowest: { ms: number; ask: string; plan: PlanSummary };
  /** Tables that some call of the case reads from end to end. */
  whole: string[];
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

/** Times of every call of a case, each asked `rounds` times, and how the slowest is carried out. */
export async function measure(
  world: TestWorld,
  watch: Watch,
  caller: Caller,
  { asks }: Case,
  rounds: number,
): Promise<Measured> {
  const times: number[] = [];
  const whole = new Set<string>();
  let slowest: Measured['slowest'] = { ms: -1, ask: '', plan: { scans: [], whole: [] } };
  for (const each of await withPages(caller, asks)) {
    const own: number[] = [];
    const asked = await watch.during(async () => {
      const from = performance.now();
      await ask(caller, each);
      own.push(performance.now() - from);
    });
    for (let round = 1; round < rounds; round += 1) {
      const from = performance.now();
      await ask(caller, each);
      own.push(performance.now() - from);
    }
    const plan = await plansOf(world, asked);
    for (const table of plan.whole) whole.add(table);
    times.push(...own);
    const ms = Math.max(...own);
    if (ms > slowest.ms) slowest = { ms, ask: each, plan };
  }
  times.sort((a, b) => a - b);
  return { asked: times.length, p50: share(times, 0.5), p95: share(times, 0.95), slowest, whole: [...whole] };
}
