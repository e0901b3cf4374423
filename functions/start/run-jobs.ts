import { checkContent } from '../content/check-content';
import { checkOpenOrders } from '../jobs/check-open-orders';
import { drainOutbox } from '../jobs/drain-outbox';
import { foldFigures } from '../jobs/fold-figures';
import { soundAlarms } from '../jobs/sound-alarms';
import { computeDailyRoots, sweepImports, sweepKeys, sweepMessages, sweepUploads } from '../jobs/sweep';
import { sweepRoutes } from '../jobs/sweep-routes';
import { takeSystemSteps } from '../jobs/take-system-steps';
import { anonymiseOld } from '../keeping/erase/keep-years';
import type { Deps } from '../order/context';

interface Job {
  name: string;
  everyMs: number;
  run(deps: Deps): Promise<unknown>;
}

/** Every job with its rhythm: the cloud's schedules and this machine's ticker run the same handlers. */
export const jobs: Job[] = [
  { name: 'sound-alarms', everyMs: 60_000, run: soundAlarms },
  { name: 'take-system-steps', everyMs: 60_000, run: takeSystemSteps },
  { name: 'sweep-routes', everyMs: 300_000, run: sweepRoutes },
  { name: 'fold-figures', everyMs: 60_000, run: foldFigures },
  { name: 'drain-outbox', everyMs: 2_000, run: (deps) => drainOutbox(deps, deps.senders) },
  { name: 'check-content', everyMs: 10_000, run: checkContent },
  { name: 'sweep-uploads', everyMs: 3_600_000, run: sweepUploads },
  { name: 'sweep-keys', everyMs: 3_600_000, run: sweepKeys },
  { name: 'sweep-messages', everyMs: 24 * 3_600_000, run: sweepMessages },
  { name: 'sweep-imports', everyMs: 24 * 3_600_000, run: sweepImports },
  { name: 'check-open-orders', everyMs: 24 * 3_600_000, run: checkOpenOrders },
  { name: 'anonymise-old', everyMs: 3_600_000, run: anonymiseOld },
  { name: 'daily-roots', everyMs: 600_000, run: computeDailyRoots },
];

/** Runs the jobs on this machine, each never beside itself; `stop` waits for those under way. */
export function runJobs(deps: Deps): { stop(): Promise<void> } {
  const under = new Set<Promise<unknown>>();
  const busy = new Set<string>();
  const tick = (job: Job) => {
    if (busy.has(job.name)) return;
    busy.add(job.name);
    const work = job
      .run(deps)
      .catch((error: Error) => deps.log.error({ job: job.name, name: error.name }, 'a job failed'))
      .finally(() => {
        busy.delete(job.name);
        under.delete(work);
      });
    under.add(work);
  };
  for (const job of jobs) tick(job);
  const timers = jobs.map((job) => setInterval(() => tick(job), job.everyMs));
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(under);
    },
  };
}
