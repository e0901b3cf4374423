import type { TestWorld } from '../../functions/testing/database';

export interface View {
  name: string;
  path: string;
}

const years = 'from=2023-11-19&to=2026-11-18';
const year = 'from=2025-11-19&to=2026-11-18';
const month = 'from=2026-11-01&to=2026-11-18';

/** The values that most orders have: the dearest ones to ask for. */
async function largest(world: TestWorld, column: string): Promise<string> {
  const { rows } = await world.owner.query<{ value: string }>(
    `select ${column}::text as value from order_figure where ${column} is not null group by 1 order by count(*) desc limit 1`,
  );
  return rows[0]?.value ?? '';
}

/** What the pages of the figures ask for, over three years, with each filter alone, in pairs and three at once. */
export async function viewsFor(world: TestWorld): Promise<View[]> {
  const value = {
    channel: await largest(world, 'channel'),
    unit: await largest(world, 'unit_id'),
    matter: await largest(world, 'matter_id'),
    town: await largest(world, 'town'),
    stage: await largest(world, 'stage'),
    reporterKind: await largest(world, 'reporter_kind'),
    complexity: await largest(world, 'complexity'),
    cause: await largest(world, 'cause'),
  };
  const names = Object.keys(value) as (keyof typeof value)[];
  const filter = (...some: (keyof typeof value)[]) => some.map((name) => `&${name}=${value[name]}`).join('');
  const groups = ['unit', 'channel', 'matter', 'town', 'stage', 'cause', 'complexity', 'kind'];
  const times = ['day', 'week', 'month', 'year'];
  const few = 'figures=received,on-time-resolve,solved,satisfied,reopened,first-time-right';
  /** What the ranking of units asks for, the widest of the tables. */
  const columns =
    'figures=received,on-time-accept,on-time-contact,on-time-resolve,on-time-resolve-original,solved,satisfied,first-time-right,returned,improvements-done';
  const pairs = names.flatMap((name, at) => names.slice(at + 1).map((other) => [name, other] as const));
  const views: [string, string][] = [
    ['overview, a month', `/summary?${month}`],
    ['overview, three years', `/summary?${years}`],
    ...names.map((name): [string, string] => [`overview, ${name}`, `/summary?${years}${filter(name)}`]),
    ...pairs.map(([one, two]): [string, string] => [
      `overview, ${one} and ${two}`,
      `/summary?${years}${filter(one, two)}`,
    ]),
    ['overview, three filters', `/summary?${years}${filter('channel', 'town', 'cause')}`],
    ['overview, all filters', `/summary?${years}${filter(...names)}`],
    ...groups.map((by): [string, string] => [`by ${by}`, `/groups?${years}&by=${by}&${columns}`]),
    ...groups.map((by): [string, string] => [
      `by ${by}, of one unit`,
      `/groups?${year}&by=${by}${filter('unit')}&${few}`,
    ]),
    ...groups
      .filter((by) => by !== 'matter')
      .map((by): [string, string] => [
        `by ${by}, of one matter`,
        `/groups?${year}&by=${by}${filter('matter')}&${few}`,
      ]),
    ...times.map((by): [string, string] => [
      `trend by ${by}`,
      `/groups?${by === 'day' ? year : years}&by=${by}&figures=received,on-time-resolve`,
    ]),
    ['trend by month, of one matter', `/groups?${years}&by=month${filter('matter')}&figures=received,solved`],
    [
      'trend by month, of one channel',
      `/groups?${years}&by=month${filter('channel')}&figures=received,solved`,
    ],
    ['stuck points', `/heat?${years}`],
    ['stuck points, of one unit', `/heat?${years}${filter('unit')}`],
    ['returns between units', `/returns?${years}`],
    ['returns, of one matter', `/returns?${years}${filter('matter')}`],
    ['times of custody', '/custody?from=2023-12&to=2026-11'],
    ['growing issues, a month', `/hot?${month}`],
    ['growing issues, of one matter', `/hot?${years}${filter('matter')}`],
    ['wall', '/wall'],
    ['duty list', '/duty'],
    ['orders behind a count', `/orders?${years}&figure=received&limit=30`],
    ['orders behind a share', `/orders?${years}&figure=on-time-resolve&part=missed&limit=30`],
    ['orders behind what is overdue', `/orders?${years}&figure=overdue-now&limit=30`],
    ['orders behind, of one matter', `/orders?${years}&figure=solved&limit=30${filter('matter', 'channel')}`],
    [
      'orders a unit held',
      `/custody/orders?from=2023-12&to=2026-11&holder=${value.unit}&role=unit&part=ended&limit=30`,
    ],
  ];
  return views.map(([name, path]) => ({ name, path: `/figures${path}` }));
}
