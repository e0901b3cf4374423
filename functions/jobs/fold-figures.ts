import { foldDeltas } from '../figure/fold-deltas';
import { packDays } from '../figure/pack-days';
import type { Deps } from '../order/context';

const perStep = 5000;

/** Runs every minute: brings the figures' roll-ups up to date, step by step, at most 20 steps a run, then the days' packs. */
export async function foldFigures(deps: Deps, steps = 20): Promise<number> {
  let folded = 0;
  for (let step = 0; step < steps; step += 1) {
    const taken = await foldDeltas(deps.db, perStep);
    folded += taken;
    if (taken < perStep) break;
  }
  await packDays(deps.db);
  return folded;
}
