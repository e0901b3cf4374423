import { seedId } from '../../functions/db/seed/units';
import type { TestWorld } from '../../functions/testing/database';
import { caller, signIn } from '../../functions/testing/people';
import { openScale } from '../scale/open-scale';
import { headPages, sayMissed, timePage } from '../time-page';

const count = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const only = new RegExp(process.env.BENCH_ONLY ?? '');
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

/** The pages of what the district learns with a million orders, cold and warm. */
async function main(): Promise<void> {
  const world = await openScale(count);
  const labour = seedId('区人力资源社会保障局');
  const missed: string[] = [];
  try {
    await emptyList(world);
    await fillList(world);
    headPages(`Learning: ${count} orders, ms`);
    const time = async (cookie: string, pages: [string, string][]) => {
      for (const [name, path] of pages) {
        if (!only.test(name)) continue;
        if (await timePage(world, cookie, { name, path: `/learning${path}` })) missed.push(name);
      }
    };
    const supervisor = await signIn(world, 'duban');
    const list = await caller(world, { cookie: supervisor }).call('GET', '/learning/problems?limit=30');
    const { items } = list.body as {
      items: { id: string; matters: unknown[]; openedByDistrict: boolean }[];
    };
    const whole = items.find((item) => item.openedByDistrict && item.matters.length === 0);
    await time(supervisor, [
      ['problem list, thirty effects', '/problems?limit=30'],
      ['an item of one cause, whole district', `/problems/${whole?.id}`],
      ['causes that came again, district', '/problems/candidates'],
      ['assessment of a year, all units', '/assessment?year=2025'],
      ['confirmations of a month', '/confirmations?month=2026-10'],
      ['reports of a month', '/unit-reports?month=2026-10'],
    ]);
    await time(await signIn(world, 'renshe-lingdao'), [
      ['problem list, own unit', '/problems?limit=30'],
      ['causes that came again, largest unit', '/problems/candidates'],
      ['assessment of the year, own unit', '/assessment?year=2026'],
      ['a report drafted, largest unit', `/unit-reports/${labour}/2026-10`],
    ]);
    sayMissed(missed);
  } finally {
    await emptyList(world);
    await world.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
