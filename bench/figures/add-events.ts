import { foldFigures } from '../../functions/jobs/fold-figures';
import type { TestWorld } from '../../functions/testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../../functions/testing/people';

const perOrder = 5;

/** A reporter and a handler at one of the districts, and the orders they made. */
export interface Player {
  world: TestWorld;
  owner: Caller;
  handler: Caller;
  matter: string;
  numbers: string[];
}

/** What a sign-in by code leaves, at a clock that stands still: the next bench could not sign in. */
async function forgetCodes({ owner }: TestWorld): Promise<void> {
  await owner.query("delete from attempt where key like 'sms:%'");
  await owner.query("delete from outbox where topic = 'sign-in-code'");
}

export async function playerOf(world: TestWorld): Promise<Player> {
  await forgetCodes(world);
  return {
    world,
    owner: await reporter(world, '13800000001'),
    handler: await staff(world, 'renshe1'),
    matter: await matterId(world, '社会保险登记'),
    numbers: [],
  };
}

async function command(who: Caller, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await who.call('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Five commands of one order: submitted, accepted, contacted, classified, resolved. */
async function playOrder({ owner, handler, matter, numbers }: Player): Promise<void> {
  const { number } = await command(owner, '/orders', aReport({}, { matterId: matter }));
  numbers.push(String(number));
  const path = (name: string) => `/orders/${number}/${name}`;
  const { version } = (await handler.call('GET', `/orders/${number}`)).body;
  const accepted = await command(handler, path('accept'), { version });
  const contact = { version: accepted.version, result: 'reached', means: 'phone' };
  const contacted = await command(handler, path('contact'), contact);
  const simple = { version: contacted.version, complexity: 'simple' };
  const classified = await command(handler, path('classify'), simple);
  await command(handler, path('resolve'), {
    version: classified.version,
    found: '材料清单写得不清楚',
    done: '已当面受理',
    rule: '社会保险登记规定',
    result: 'solved',
    cause: 'unclear-guide',
  });
}

/** Adds so many events by real commands and folds them; answers ms of each part. */
export async function addEvents(player: Player, events: number): Promise<{ commands: number; fold: number }> {
  const from = performance.now();
  for (let left = events; left > 0; left -= perOrder) await playOrder(player);
  const folding = performance.now();
  await foldFigures(player.world.deps);
  return { commands: folding - from, fold: performance.now() - folding };
}

/** Takes the player's orders out again, and what they added to the roll-ups. */
export async function takeOut({ world, numbers }: Player): Promise<void> {
  const { owner } = world;
  const { rows } = await owner.query<{ id: string }>('select id from "order" where number = any($1)', [
    numbers,
  ]);
  const ids = rows.map(({ id }) => id);
  const dimensions = 'unit_id, matter_id, channel, town, stage, reporter_kind, complexity, cause';
  await owner.query(
    `insert into figure_delta (sign, ${dimensions}, shares) select -1, ${dimensions}, shares from figure_share where order_id = any($1)`,
    [ids],
  );
  await owner.query(
    `insert into figure_stale (day) select distinct (last_resolved_at at time zone 'Asia/Shanghai')::date - date '1970-01-01'
     from order_figure where last_resolved_at is not null and order_id = any($1)`,
    [ids],
  );
  const tables = await owner.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'order_id' and table_type = 'BASE TABLE'`,
  );
  await owner.query('set session_replication_role = replica');
  await owner.query(
    'delete from clock_alarm where clock_id in (select id from clock where order_id = any($1))',
    [ids],
  );
  for (const { name } of tables.rows)
    await owner.query(`delete from ${name} where order_id = any($1)`, [ids]);
  await foldFigures(world.deps);
  await forgetCodes(world);
  await owner.query('delete from idempotency where order_number = any($1)', [numbers]);
  await owner.query('delete from "order" where id = any($1)', [ids]);
  await owner.query('set session_replication_role = origin');
}
