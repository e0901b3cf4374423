import type { TestWorld } from '../../functions/testing/database';
import { signIn } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';

const [count = 0, wanted = 0] = process.argv.slice(2).map(Number);
const megabyte = 1024 * 1024;

/** How many went out, as the ledger of events says a moment after the last. */
async function rowsTaken({ owner }: TestWorld): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ kind: string; rows: number }>(
      `select kind, (data->>'rows')::int as rows from event where kind in ('ledger.exported', 'export.finished') order by id desc limit 1`,
    );
    if (rows[0]?.kind === 'export.finished') return rows[0].rows;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Takes so many rows of the ledger as a member of staff does, and says what it cost this process; nothing is kept of them. */
async function main(): Promise<void> {
  const world = await openScale(count);
  try {
    const { rows } = await world.owner.query<{ day: string }>(
      `select (submitted_at at time zone 'Asia/Shanghai')::date::text as day from "order" order by submitted_at desc offset $1 limit 1`,
      [Math.min(wanted, count) - 1],
    );
    const headers = { cookie: await signIn(world, 'duban') };
    const peakOf = () => process.resourceUsage().maxRSS / 1024;
    const before = peakOf();
    const from = performance.now();
    const path = `/api/console/ledger.xlsx?sort=newest&from=${rows[0]?.day}&to=2026-11-18`;
    const answer = await world.app.request(path, { headers });
    if (answer.status !== 200 || !answer.body) throw new Error(`${path}: ${answer.status}`);
    let bytes = 0;
    for await (const piece of answer.body) bytes += piece.length;
    const ms = performance.now() - from;
    const taken = await rowsTaken(world);
    process.send?.({
      rows: taken,
      seconds: ms / 1000,
      megabytes: bytes / megabyte,
      before,
      peak: peakOf(),
    });
  } finally {
    await world.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
