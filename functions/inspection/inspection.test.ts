import { fromIso } from '../../shared/sla/instant';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
const people: Record<string, Caller> = {};
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());
jest.setTimeout(30_000);

/** It is this moment of November; who is signed in stays so, however far the clock went. */
async function at(time: string): Promise<void> {
  world.now.at = fromIso(`2026-11-${time}:00+08:00`);
  const now = new Date(world.now.at).toISOString();
  await world.owner.query('update staff_session set created_at = $1, last_seen_at = $1', [now]);
}
async function as(username: string): Promise<Caller> {
  const known = people[username] ?? (await staff(world, username));
  people[username] = known;
  return known;
}
async function run(username: string, number: string, command: string, body: object): Promise<void> {
  const who = await as(username);
  const { version } = (await who.call('GET', `/orders/${number}`)).body;
  const withVersion = /assist-reply|callback/.test(command) ? body : { version, ...body };
  const answer = await who.call('POST', `/orders/${number}/${command}`, withVersion);
  if (answer.status !== 200) throw new Error(`${command}: ${JSON.stringify(answer.body)}`);
}
let phones = 10;
async function submit(): Promise<string> {
  phones += 1;
  const who = await reporter(world, `138000000${phones}`);
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  return String((await who.call('POST', '/orders', report)).body.number);
}
async function accepted(): Promise<string> {
  const number = await submit();
  await run('renshe1', number, 'accept', {});
  return number;
}
const reply = {
  found: '材料清单不清楚',
  done: '已受理',
  rule: '社会保险登记规定',
  result: 'solved',
  cause: 'unclear-guide',
};
const reached = { result: 'reached', means: 'phone' };

const month = 'from=2026-11-01&to=2026-11-30';
interface Hit {
  number: string;
  said: string;
  by: string | null;
}
async function hits(id: string, query = '', days = month): Promise<Hit[]> {
  const who = await as('jiancha');
  const { status, body } = await who.call('GET', `/inspection/patterns/${id}?${days}${query}`);
  expect(status).toBe(200);
  return body.items as Hit[];
}

describe('patterns worth a look', () => {
  it('finds what was resolved minutes before red and reopened, and not what was resolved in good time', async () => {
    await at('02T09:00');
    const rushed = await accepted();
    const calm = await accepted();
    for (const number of [rushed, calm]) await run('renshe1', number, 'contact', reached);
    await at('03T10:00');
    await run('renshe1', calm, 'resolve', reply);
    await at('05T16:40');
    await run('renshe1', rushed, 'resolve', reply);
    expect(await hits('rushed')).toEqual([]);
    await at('05T16:50');
    for (const number of [rushed, calm]) {
      await run('renshe2', number, 'unit-callback', { result: 'unsolved' });
      await run('renshe1', number, 'reopen', { reason: '回访未解决' });
    }
    expect(await hits('rushed')).toMatchObject([
      { number: rushed, said: '到期前 20 分钟办结', by: '示例处置员甲' },
    ]);
  });

  it('finds contacts logged in the evening or on a day off', async () => {
    await at('09T10:00');
    const [day, evening, weekend] = [await accepted(), await accepted(), await accepted()];
    await run('renshe1', day, 'contact', reached);
    await at('09T18:30');
    await run('renshe1', evening, 'contact', reached);
    await at('14T10:00');
    await run('renshe1', weekend, 'contact', reached);
    expect((await hits('late-contact')).map((each) => each.number)).toEqual([weekend, evening]);
  });

  it('finds many “unreached”, and neither two of them nor one', async () => {
    await at('16T09:30');
    const [three, two] = [await accepted(), await accepted()];
    for (const hour of ['10', '13', '15']) {
      await at(`16T${hour}:00`);
      await run('renshe1', three, 'contact', { result: 'unreached', means: 'phone' });
      if (hour !== '15') await run('renshe1', two, 'contact', { result: 'unreached', means: 'phone' });
    }
    expect(await hits('unreached')).toMatchObject([{ number: three, said: '未联系上 3 次' }]);
  });

  it('finds a callback by who resolved it, where nobody else was at hand', async () => {
    await at('17T09:30');
    const number = await accepted();
    await run('renshe1', number, 'contact', reached);
    await at('17T11:00');
    await run('renshe1', number, 'resolve', reply);
    await world.owner.query(
      "update staff set absent_until = '2026-12-30' where username in ('renshe2', 'renshe-lingdao') or id in (select r.staff_id from staff_role r join staff_role own on own.unit_id = r.unit_id join staff s on s.id = own.staff_id where s.username = 'renshe1' and r.staff_id <> s.id)",
    );
    world.deps.forgetReference();
    await run('renshe1', number, 'unit-callback', { result: 'solved' });
    expect(await hits('self-callback')).toMatchObject([{ number, by: '示例处置员甲' }]);
    await world.owner.query('update staff set absent_until = null');
    world.deps.forgetReference();
  });

  it('finds a class raised right before due', async () => {
    await at('19T09:00');
    const [late, early] = [await accepted(), await accepted()];
    for (const number of [late, early]) await run('renshe1', number, 'contact', reached);
    const raise = { complexity: 'complex', reason: '涉及多个部门' };
    for (const number of [late, early]) await run('renshe1', number, 'classify', { complexity: 'ordinary' });
    await run('renshe1', early, 'classify', raise);
    await at('24T15:30');
    await run('renshe1', late, 'classify', raise);
    expect(await hits('raised-late')).toMatchObject([{ number: late, said: '到期前 1.5 小时上调' }]);
  });

  it('finds what was resolved minutes after it was accepted', async () => {
    await at('25T09:00');
    const [quick, slow] = [await accepted(), await accepted()];
    await at('25T09:04');
    for (const number of [quick, slow]) await run('renshe1', number, 'contact', reached);
    await run('renshe1', quick, 'resolve', reply);
    await at('25T09:20');
    await run('renshe1', slow, 'resolve', reply);
    expect(await hits('quick')).toMatchObject([{ number: quick, said: '接单 4 分钟后办结' }]);
  });

  it('finds returns to and fro, and an order dispatched in a circle', async () => {
    await at('25T10:00');
    const number = await submit();
    const unit = async (name: string) =>
      String((await world.owner.query('select id from unit where name = $1', [name])).rows[0].id);
    const [labour, health] = [await unit('区人力资源社会保障局'), await unit('区医保局')];
    await run('renshe1', number, 'return', { reason: '不属于本单位' });
    await run('paidan', number, 'dispatch', { unitId: health, reason: '请办理' });
    expect(await hits('circling')).toEqual([]);
    await run('yibao1', number, 'return', { reason: '也不属于本单位' });
    await at('26T09:00');
    await run('paidan', number, 'dispatch', { unitId: labour, reason: '指定办理' });
    expect(await hits('returned')).toMatchObject([{ number, said: '退回 2 次' }]);
    expect(await hits('circling')).toMatchObject([{ number, said: '共派单 3 次' }]);
    expect(await hits('circling', '', 'from=2026-11-25&to=2026-11-25')).toEqual([]);
    expect(await hits('circling', '', 'from=2026-11-26&to=2026-11-26')).toMatchObject([{ number }]);
  });

  it('counts each pattern as its list is long, in the period and for the unit alone', async () => {
    const inspector = await as('jiancha');
    const counts = async (query: string) =>
      (await inspector.call('GET', `/inspection/patterns?${query}`)).body.items as unknown as {
        id: string;
        count: number;
      }[];
    for (const { id, count } of await counts(month))
      expect({ id, count }).toEqual({ id, count: (await hits(id)).length });
    expect((await counts('from=2026-10-01&to=2026-10-31')).map((each) => each.count)).toEqual(
      Array(8).fill(0),
    );
    const other = (await world.owner.query("select id from unit where name = '区医保局'")).rows[0].id;
    expect((await counts(`${month}&unit=${other}`)).every((each) => each.count === 0)).toBe(true);
    const first = await hits('late-contact', '&limit=1');
    expect(first).toHaveLength(1);
  });

  it.each([
    ['a period of a year', 'from=2025-11-01&to=2026-11-30', 422],
    ['days the wrong way round', 'from=2026-11-30&to=2026-11-01', 422],
    ['no period', '', 400],
    ['a cursor of another make', `${month}&cursor=abc`, 200],
  ])('answers %s', async (_title, query, status) => {
    expect((await (await as('jiancha')).call('GET', `/inspection/patterns/quick?${query}`)).status).toBe(
      status,
    );
  });
});

describe('records', () => {
  interface Line {
    id: number;
    kind: string;
    title: string;
    detail: string;
    by: string;
    number: string | null;
  }
  const events = async (query: string, span = month) =>
    (await (await as('jiancha')).call('GET', `/inspection/events?${span}${query}`)).body as unknown as {
      items: Line[];
      next: string | null;
    };

  it('show who looked at personal data, at which order, and why', async () => {
    await at('27T09:30');
    const number = await accepted();
    await (await as('renshe1')).call('POST', `/orders/${number}/reveal`, { reason: '核对材料寄送地址' });
    const { items } = await events('&group=look');
    expect(items[0]).toMatchObject({ number, by: '示例处置员甲', detail: '核对材料寄送地址' });
    expect(new Set(items.map((each) => each.kind))).toEqual(new Set(['personal.revealed']));
  });

  it('show sign-ins with their device, and exports', async () => {
    world.now.at += 1000;
    await staff(world, 'jiancha');
    const signedIn = (await events('&group=sign-in')).items;
    expect(signedIn[0]).toMatchObject({ title: '登录', by: '示例监察员', from: '未知设备' });
    await (await as('jiancha')).call('GET', '/inspection/roots.csv');
    expect((await events('&group=export')).items[0]).toMatchObject({
      title: '导出每日根值',
      by: '示例监察员',
    });
  });

  const idOf = async (table: string, column: string, value: string): Promise<string> =>
    (await world.owner.query(`select id from ${table} where ${column} = $1`, [value])).rows[0].id;
  const handler = () => idOf('staff', 'username', 'renshe1');
  const labour = () => idOf('unit', 'name', '区人力资源社会保障局');
  const ofOrders = "order_id is not null and kind <> 'personal.revealed'";
  it.each([
    ['a kind', async () => '&kind=order.accepted', async () => "kind = 'order.accepted'"],
    ['a group', async () => '&group=order', async () => ofOrders],
    ['everything', async () => '', async () => 'true'],
    ['a person', async () => `&staff=${await handler()}`, async () => `actor = 'staff:${await handler()}'`],
    [
      'a person and a group',
      async () => `&staff=${await handler()}&group=order`,
      async () => `actor = 'staff:${await handler()}' and ${ofOrders}`,
    ],
    ['a unit', async () => `&unit=${await labour()}`, async () => `actor_unit_id = '${await labour()}'`],
    [
      'a person in a unit',
      async () => `&staff=${await handler()}&unit=${await labour()}`,
      async () => `actor = 'staff:${await handler()}' and actor_unit_id = '${await labour()}'`,
    ],
  ])('of %s go on page by page, none twice and none left out', async (_title, asked, fits) => {
    const seen: Line[] = [];
    const query = await asked();
    for (let cursor = ''; ; ) {
      const page: { items: Line[]; next: string | null } = await events(
        `${query}&limit=7${cursor}`,
        'from=2026-11-01&to=2026-11-26',
      );
      seen.push(...page.items);
      if (!page.next) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen.length).toBeGreaterThan(7);
    expect(seen.map((each) => each.id)).toEqual(
      (
        await world.owner.query(
          `select id from event where at < '2026-11-27 00:00+08' and at >= '2026-11-01 00:00+08' and ${await fits()}
           order by at desc, id desc`,
        )
      ).rows.map((row) => Number(row.id)),
    );
  });

  it('of one person, of one unit and of one order are found', async () => {
    const person = await idOf('staff', 'username', 'paidan');
    expect(new Set((await events(`&staff=${person}`)).items.map((each) => each.by))).toEqual(
      new Set(['示例派单员']),
    );
    const unit = await idOf('unit', 'name', '区医保局');
    expect((await events(`&unit=${unit}&kind=order.returned`)).items).toHaveLength(1);
    const [{ number = '' } = {}] = await hits('returned');
    const chain = await (await as('jiancha')).call('GET', `/inspection/orders/${number}/chain`);
    const own = await events(`&number=${number}&limit=100`);
    expect(own.items).toHaveLength(Number(chain.body.length));
    expect((await events('&number=CM20200101000010')).items).toBeUndefined();
  });
});
