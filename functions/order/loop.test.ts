import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toReporter } from '../../shared/notice/timeline';
import { hourMs } from '../../shared/sla/instant';
import { verifyChains } from '../audit/verify-chains';
import { drainOutbox } from '../jobs/drain-outbox';
import { soundAlarms } from '../jobs/sound-alarms';
import { sweepRoutes } from '../jobs/sweep-routes';
import { takeSystemSteps } from '../jobs/take-system-steps';
import { localSender } from '../provider/sender';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

interface View {
  number: string;
  version: number;
  state: string;
  commands: string[];
  timeline: { title: string; english: string | null; kind: string }[];
  assists: { id: string }[];
  files: { url: string; width: number }[];
  round: number;
}

/** Sends one command with the version the caller sees, and expects it to be taken. */
async function command(
  who: Caller,
  number: string,
  name: string,
  body: Record<string, unknown>,
): Promise<View> {
  const seen = await who.call('GET', `/orders/${number}`);
  if (seen.status !== 200)
    throw new Error(`reading before ${name}: ${seen.status} ${JSON.stringify(seen.body)}`);
  const versioned = [
    'evaluate',
    'unit-callback',
    'district-callback',
    'assist-reply',
    'urge',
    'supplement',
    'note',
    'appeal',
  ].includes(name)
    ? body
    : { version: seen.body.version, ...body };
  const answer = await who.call('POST', `/orders/${number}/${name}`, versioned);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as View;
}

async function upload(who: Caller & { token: string }, name: string, contentType: string): Promise<string> {
  const bytes = readFileSync(join(__dirname, '../../data/photos', name));
  const { body } = await who.call('POST', '/files', { name, sizeBytes: bytes.length, contentType });
  const { url, headers } = body.upload as { url: string; headers: Record<string, string> };
  const put = await world.app.request(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  expect(put.status).toBe(204);
  const done = await who.call('POST', `/files/${body.id}/complete`, {});
  expect(done.status).toBe(200);
  return String(body.id);
}

async function submit(
  who: Caller & { token: string },
  report: Record<string, unknown> = {},
): Promise<string> {
  const matter = await matterId(world, '社会保险登记');
  const { status, body } = await who.call('POST', '/orders', aReport({}, { matterId: matter, ...report }));
  expect({ status, ...body }).toMatchObject({ status: 201, state: 'dispatched' });
  return String(body.number);
}

const reply = {
  found: '材料清单不清楚',
  done: '已受理',
  rule: '社会保险登记规定',
  result: 'solved',
  cause: 'unclear-guide',
};

it('takes one report through two rounds to its end, and the chain is whole', async () => {
  const zhang = await reporter(world, '13800000001');
  const files = [
    await upload(zhang, 'Landscape_9.jpg', 'image/jpeg'),
    await upload(zhang, 'heic-iphone7.heic', 'image/heic'),
  ];
  const number = await submit(zhang, { files });
  const [first, second, insurance, district, supervisor] = await Promise.all(
    ['renshe1', 'renshe2', 'yibao1', 'paidan', 'duban'].map((name) => staff(world, name)),
  );
  if (!first || !second || !insurance || !district || !supervisor) throw new Error('no staff');
  await command(first, number, 'accept', {});
  await command(first, number, 'contact', { result: 'reached', means: 'phone' });
  await command(first, number, 'classify', { complexity: 'ordinary' });
  const units = (await first.call('GET', '/desk/units?q=医保局')).body.items as { id: string }[];
  const asked = await command(first, number, 'assist', {
    unitId: units[0]?.id,
    request: '请核对参保记录',
    dueOn: '2026-11-20',
  });
  expect(asked.commands).not.toContain('resolve');
  await command(insurance, number, 'assist-reply', { assistId: asked.assists[0]?.id, reply: '已核对' });
  await command(first, number, 'resolve', reply);
  await command(second, number, 'unit-callback', { result: 'solved' });
  await command(zhang, number, 'evaluate', { solved: false, satisfaction: 1 });
  await command(district, number, 'district-callback', { result: 'unresolved' });
  const supervised = await command(supervisor, number, 'supervise', {
    reason: '未解决',
    demand: '重新办理',
    days: 3,
  });
  expect(supervised.state).toBe('rectifying');
  world.now.at += hourMs / 3;
  await command(first, number, 'resolve', reply);
  await command(second, number, 'unit-callback', { result: 'solved', satisfaction: 5 });
  await command(zhang, number, 'evaluate', { solved: true, satisfaction: 5 });
  await takeSystemSteps(world.deps);
  const seen = (await zhang.call('GET', `/orders/${number}`)).body as unknown as View;
  expect(seen).toMatchObject({ state: 'closed', round: 2 });
  expect(seen.timeline.filter((line) => line.english === null)).toEqual([]);
  expect(seen.files.map((file) => file.width)).toHaveLength(2);
  const inspector = await staff(world, 'jiancha');
  const chain = (await inspector.call('GET', `/inspection/orders/${number}/chain`)).body.items as {
    title: string;
  }[];
  expect(chain.map((line) => toReporter(line.title))).toEqual(
    expect.arrayContaining(seen.timeline.map((line) => line.title)),
  );
  expect((await inspector.call('POST', '/audit/verify', {})).body).toMatchObject({
    whole: true,
    firstBroken: null,
  });
}, 60_000);

it('names the event that was altered, and the last one that was removed, by hand in the database', async () => {
  const zhang = await reporter(world, '13800000002');
  const number = await submit(zhang);
  const { rows } = await world.owner.query<{ id: number; chain: string; seq: number; data: object }>(
    `select e.* from event e join "order" o on e.order_id = o.id where o.number = $1 order by seq`,
    [number],
  );
  const last = rows.at(-1);
  const asOwner = async (sql: string, values: unknown[]) => {
    await world.owner.query('set session_replication_role = replica');
    await world.owner.query(sql, values);
    await world.owner.query('set session_replication_role = default');
  };
  await expect(
    world.deps.db.execute(`update event set kind = 'x' where id = ${rows[0]?.id}`),
  ).rejects.toThrow();
  await expect(world.owner.query('delete from event where id = $1', [rows[0]?.id])).rejects.toThrow(
    'cannot be changed',
  );
  await asOwner(`update event set data = data || '{"channel":"kiosk"}' where id = $1`, [rows[0]?.id]);
  expect((await verifyChains(world.deps.db, number)).firstBroken).toMatchObject({
    number,
    seq: 1,
    what: 'altered',
  });
  await asOwner('update event set data = $2 where id = $1', [rows[0]?.id, JSON.stringify(rows[0]?.data)]);
  expect((await verifyChains(world.deps.db, number)).whole).toBe(true);
  await asOwner('delete from event where id = $1', [last?.id]);
  expect((await verifyChains(world.deps.db)).firstBroken).toMatchObject({
    number,
    seq: last?.seq,
    what: 'last-removed',
  });
  await asOwner('insert into event select * from jsonb_populate_record(null::event, $1)', [
    JSON.stringify(last),
  ]);
  expect((await verifyChains(world.deps.db, number)).whole).toBe(true);
});

it('lets one of two that accept at once win, and tells the other what changed', async () => {
  const number = await submit(await reporter(world, '13800000003'));
  const [one, two] = await Promise.all([staff(world, 'renshe1'), staff(world, 'renshe2')]);
  const version = (await one.call('GET', `/orders/${number}`)).body.version;
  const answers = await Promise.all(
    [one, two].map((who) => who.call('POST', `/orders/${number}/accept`, { version })),
  );
  expect(answers.map((each) => each.status).sort()).toEqual([200, 409]);
  const loser = answers.find((each) => each.status === 409);
  expect(loser?.body).toMatchObject({
    code: 'order.version-conflict',
    changed: expect.arrayContaining([expect.objectContaining({ kind: 'order.accepted' })]),
  });
});

it('answers a repeated submit with the same order, and refuses another body under the same key', async () => {
  const zhang = await reporter(world, '13800000004');
  const matter = await matterId(world, '社会保险登记');
  const body = aReport({}, { matterId: matter });
  const [once, again] = await Promise.all(
    [1, 2].map(() => zhang.call('POST', '/orders', body, 'one-and-the-same')),
  );
  expect(again?.body).toEqual(once?.body);
  const other = await zhang.call(
    'POST',
    '/orders',
    aReport({}, { story: '另外一件事情，内容完全不同的诉求。' }),
    'one-and-the-same',
  );
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.other-body' } });
});

it('opens an order by number and query code alone, and locks after five wrong codes', async () => {
  const zhang = await reporter(world, '13800000005');
  const { body } = await zhang.call(
    'POST',
    '/orders',
    aReport({}, { matterId: await matterId(world, '社会保险登记') }),
  );
  const open = nobody(world);
  const right = { number: body.number, queryCode: body.queryCode };
  expect((await open.call('POST', '/lookups', right)).status).toBe(200);
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await open.call('POST', '/lookups', { ...right, queryCode: '222222' })).body.code).toBe(
      'lookup.wrong',
    );
  }
  expect((await open.call('POST', '/lookups', right)).body.code).toBe('lookup.locked');
  world.now.at += hourMs + 1;
  expect((await open.call('POST', '/lookups', right)).status).toBe(200);
});

it('sounds each alarm once, late ones only at their highest level, and tells an honest reporter message', async () => {
  const number = await submit(await reporter(world, '13800000006'));
  const handler = await staff(world, 'renshe1');
  await command(handler, number, 'accept', {});
  world.now.at += 14 * 24 * hourMs;
  const sounded = await soundAlarms(world.deps);
  expect(sounded).toBeGreaterThan(0);
  expect(await soundAlarms(world.deps)).toBe(0);
  const { rows } = await world.owner.query(
    `select c.kind, a.level from clock_alarm a join clock c on c.id = a.clock_id join "order" o on o.id = c.order_id where o.number = $1 and c.ended_at is null`,
    [number],
  );
  expect(rows).toEqual(
    expect.arrayContaining([
      { kind: 'contact', level: 'red+1' },
      { kind: 'resolve', level: 'red+1' },
    ]),
  );
  expect(rows).toHaveLength(2);
  expect(await drainOutbox(world.deps, { sms: localSender })).toBeGreaterThan(0);
});

it('routes an order again once a rule can decide, but never one that a person must', async () => {
  const zhang = await reporter(world, '13800000007');
  const { body } = await zhang.call('POST', '/orders', aReport());
  expect(body.state).toBe('submitted');
  world.now.at += hourMs / 6;
  expect(await sweepRoutes(world.deps)).toBe(0);
  const matter = await matterId(world, '社会保险登记');
  await world.owner.query(
    `update "order" set facts = jsonb_set(facts, '{matterId}', to_jsonb($2::text)) where number = $1`,
    [body.number, matter],
  );
  expect(await sweepRoutes(world.deps)).toBe(1);
  expect((await zhang.call('GET', `/orders/${body.number}`)).body).toMatchObject({
    state: 'dispatched',
    holder: { name: '区人力资源社会保障局' },
  });
});

it('finds an order by its number, whole or begun, in the ledger of those who may see it', async () => {
  const wang = await reporter(world, '13800000008');
  const { body } = await wang.call('POST', '/orders', aReport());
  const number = String(body.number);
  const dispatcher = await staff(world, 'paidan');
  const found = async (who: typeof dispatcher, q: string) =>
    (
      (await who.call('GET', `/desk/orders?q=${encodeURIComponent(q)}&limit=100`)).body.items as {
        number: string;
      }[]
    ).map((item) => item.number);
  expect(await found(dispatcher, number)).toEqual([number]);
  expect(await found(dispatcher, ` ${number.toLowerCase()} `)).toEqual([number]);
  expect(await found(dispatcher, number.slice(0, 12))).toContain(number);
  expect(await found(await staff(world, 'yibao1'), number)).toEqual([]);
});
