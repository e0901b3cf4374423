import { seedId } from '../../functions/db/seed/units';
import type { TestWorld } from '../../functions/testing/database';
import { type Caller, staff } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';
import { line } from '../table';

const count = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const rounds = 10;
/** What marks the items of this bench, so that they can be taken away again. */
const mark = '测时';

/** Thirty finished items, of the causes and matters that came most: each page of the list measures thirty effects. */
async function fillList(world: TestWorld): Promise<void> {
  await world.owner.query(
    `insert into problem_item (id, title, cause, detail, source, matter_ids, owner_unit_id, opened_by_district, opened_by,
       opened_at, state, version, changed_at)
     select gen_random_uuid(), '${mark}', cause, '', 'cause', case when n % 3 = 0 then '{}' else array[matter_id] end, unit_id,
       n % 2 = 0, $1, now(), 'done', 1, now()
     from (select cause, matter_id, unit_id, row_number() over (order by count(*) desc) as n from order_figure
       where cause is not null and matter_id is not null and unit_id is not null group by 1, 2, 3 limit 30) most`,
    [seedId('staff:duban')],
  );
  await world.owner.query(
    `insert into problem_measure (id, item_id, round, text, due, first_due, set_by, set_at, done_by, done_at, void)
     select gen_random_uuid(), id, 1, '', '2026-06-30', '2026-06-30', opened_by, '2026-06-01', opened_by, '2026-06-15', false
     from problem_item where title = '${mark}'`,
  );
}

async function emptyList(world: TestWorld): Promise<void> {
  await world.owner.query(
    `delete from problem_measure where item_id in (select id from problem_item where title = '${mark}')`,
  );
  await world.owner.query(`delete from problem_item where title = '${mark}'`);
}

async function time(caller: Caller, name: string, path: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const from = performance.now();
    const { status, body } = await caller.call('GET', path);
    times.push(performance.now() - from);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  }
  const [first = 0, ...warm] = times;
  const sorted = warm.sort((a, b) => a - b);
  line(
    `  ${name}`,
    first.toFixed(0),
    (sorted[Math.floor(rounds / 2)] ?? 0).toFixed(0),
    sorted.at(-1)?.toFixed(0) ?? '',
  );
}

/** The pages of what the district learns, with a million orders: ms of the first call, and of ten more. */
async function main(): Promise<void> {
  const world = await openScale(count);
  const labour = seedId('区人力资源社会保障局');
  try {
    await emptyList(world);
    await fillList(world);
    line(`Learning: ${count} orders, ms`, 'first', 'median', 'slowest');
    const supervisor = await staff(world, 'duban');
    const { items } = (await supervisor.call('GET', '/learning/problems?limit=30')).body as {
      items: { id: string; matters: unknown[]; openedByDistrict: boolean }[];
    };
    const whole = items.find((item) => item.openedByDistrict && item.matters.length === 0);
    await time(supervisor, 'problem list, thirty effects', '/learning/problems?limit=30');
    await time(supervisor, 'an item of one cause, whole district', `/learning/problems/${whole?.id}`);
    await time(supervisor, 'causes that came again, district', '/learning/problems/candidates');
    await time(supervisor, 'assessment of a year, all units', '/learning/assessment?year=2025');
    await time(supervisor, 'confirmations of a month', '/learning/confirmations?month=2026-10');
    await time(supervisor, 'reports of a month', '/learning/unit-reports?month=2026-10');
    const lead = await staff(world, 'renshe-lingdao');
    await time(lead, 'causes that came again, largest unit', '/learning/problems/candidates');
    await time(lead, 'assessment of the year, own unit', '/learning/assessment?year=2026');
    await time(lead, 'a report drafted, largest unit', `/learning/unit-reports/${labour}/2026-10`);
  } finally {
    await emptyList(world);
    await world.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
