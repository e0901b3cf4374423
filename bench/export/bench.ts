import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { line } from '../table';

const count = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const wanted = Number(process.env.BENCH_ROWS ?? 200_000);
const limit = 300;
/** Megabytes for its objects: a process that may take a whole machine cleans up late, and its peak says little. */
const heap = 192;

interface Taken {
  rows: number;
  seconds: number;
  megabytes: number;
  before: number;
  peak: number;
}

/** In a process of its own, whose peak is then nobody else's; it dies where it needs more than it is given. */
const take = () =>
  new Promise<Taken>((done, fail) => {
    const child = fork(join(__dirname, 'take-ledger.ts'), [String(count), String(wanted)], {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${heap}`],
    });
    child.once('message', (taken) => done(taken as Taken));
    child.once('exit', (code) => fail(new Error(`The export ended with ${code}.`)));
  });

/** The ledger as a spreadsheet: how long so many rows take, and how much memory at most. */
async function main(): Promise<void> {
  const { rows, seconds, megabytes, before, peak } = await take();
  line(`Ledger of ${count} orders as .xlsx`, 'load', loadavg()[0]?.toFixed(1) ?? '');
  line('  rows', rows);
  line('  seconds', seconds.toFixed(0));
  line('  rows a second', (rows / seconds).toFixed(0));
  line('  megabytes of file', megabytes.toFixed(0));
  line('  memory at most before it, MB', before.toFixed(0));
  line(
    '  memory at most (peak RSS), MB',
    peak.toFixed(0),
    peak < limit ? `below ${limit}` : `NOT below ${limit}`,
  );
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
