import { line } from '../table';
import { openScale } from './open-scale';

/** Makes (or finds) the data of so many orders and says what they are: `tsx bench/scale/bench.ts 1000000`. */
async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 10_000);
  const from = performance.now();
  const world = await openScale(count);
  line(`Scale: ${count} orders ready in seconds`, ((performance.now() - from) / 1000).toFixed(0));
  const { rows } = await world.owner.query<{ what: string; n: number }>(
    `select state as what, count(*)::int as n from "order" group by 1
     union all select 'rows of ' || relname, reltuples::int from pg_class where relname in ('event', 'clock', 'custody', 'order_figure')
     union all select 'megabytes', (pg_database_size(current_database()) / 1048576)::int order by 2 desc`,
  );
  for (const { what, n } of rows) line(what, n);
  await world.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
