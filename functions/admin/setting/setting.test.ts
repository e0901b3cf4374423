import { defaultSettings } from '../../../shared/setting/district-settings';
import { workingMinutesBetween } from '../../../shared/sla/between';
import { fromIso } from '../../../shared/sla/instant';
import { drainOutbox } from '../../jobs/drain-outbox';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../../testing/people';

let world: TestWorld;
let supervisor: Caller;
let admin: Caller;
beforeAll(async () => {
  world = await startWorld();
  supervisor = await staff(world, 'duban');
  admin = await staff(world, 'guanli');
}, 120_000);
afterAll(() => world.close());
jest.setTimeout(30_000);

interface Settings {
  settings: typeof defaultSettings;
  changedAt: Record<string, string | null>;
}
const read = async (who = admin) => (await who.call('GET', '/admin/settings')).body as unknown as Settings;
const edit = async (key: string, value: object) => ({
  key,
  value,
  seen: (await read()).changedAt[key] ?? null,
});
const preview = async (key: string, value: object, who = admin) =>
  who.call('POST', '/admin/settings/preview', await edit(key, value));
const save = async (key: string, value: object, who = admin) => {
  const answer = await who.call('PUT', '/admin/settings', await edit(key, value));
  world.now.at += 1000;
  return answer;
};
const limits = (changed: object = {}) => ({
  dispatchDays: 1,
  acceptDays: 1,
  unitCallbackDays: 2,
  districtCallbackDays: 5,
  rectifyDays: 3,
  ...changed,
});

let phones = 10;
async function submit(): Promise<string> {
  phones += 1;
  const who = await reporter(world, `138000000${phones}`);
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  return String((await who.call('POST', '/orders', report)).body.number);
}
const dueOf = async (number: string) =>
  (
    await world.owner.query(
      `select to_char(due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due
       from clock join "order" o on o.id = order_id where number = $1 and kind = 'accept'`,
      [number],
    )
  ).rows[0]?.due;

it('are what the specification says until somebody changes them', async () => {
  expect((await read()).settings).toEqual(defaultSettings);
});

it('limits hold for clocks that start after the change, and running ones stay as they are', async () => {
  const before = await submit();
  const said = await preview('sla', limits({ acceptDays: 2 }), supervisor);
  expect(said.body).toEqual({
    changes: ['接单：1 个工作日 → 2 个工作日'],
    effects: ['保存后新开始的期限按新的天数算。', '已经在走的期限和已发出的提醒不变。'],
  });
  expect((await read()).settings.sla.acceptDays).toBe(1);
  expect((await save('sla', limits({ acceptDays: 2 }), supervisor)).status).toBe(200);
  expect([await dueOf(before), await dueOf(await submit())]).toEqual(['11-19 17:00', '11-20 17:00']);
  const { rows } = await world.owner.query(
    "select data from event where kind = 'settings.changed' order by id desc limit 1",
  );
  expect(rows[0].data).toMatchObject({ key: 'sla', said: '办理时限：接单：1 个工作日 → 2 个工作日' });
  expect((await admin.call('GET', '/admin/settings/history')).body.items).toMatchObject([
    { by: '示例督办员', said: rows[0].data.said },
  ]);
});

it('the closing time takes the units along that kept the district’s, and no other', async () => {
  await world.owner.query("update unit set closing = '16:00' where name = '区医保局'");
  world.deps.forgetReference();
  const { body } = await preview('closing', { time: '16:30' });
  expect((body.effects as string[])[0]).toMatch(/^现在按 17:00 下班的 \d+ 个单位一起改为 16:30/);
  await save('closing', { time: '16:30' });
  const { rows } = await world.owner.query("select closing from unit where name = '区医保局'");
  expect(rows[0].closing).toBe('16:00');
  expect(await dueOf(await submit())).toBe('11-20 16:30');
});

it('hall hours change from a day to come, and days gone by count as they counted', async () => {
  const wanted = { from: '2026-11-23', morning: ['09:00', '12:00'], afternoon: ['13:00', '17:00'] };
  expect(await save('hours', { ...wanted, from: '2026-11-18' })).toMatchObject({
    status: 422,
    body: { code: 'setting.from-passed' },
  });
  expect((await save('hours', wanted)).status).toBe(200);
  const { calendar } = await world.deps.reference();
  const minutes = (day: string) =>
    workingMinutesBetween(fromIso(`${day}T00:00:00+08:00`), fromIso(`${day}T23:00:00+08:00`), calendar);
  expect([minutes('2026-11-20'), minutes('2026-11-23')]).toEqual([360, 420]);
});

it('quiet hours may grow, and an SMS then waits for their end', async () => {
  await save('quiet', { from: '20:00', to: '08:30' });
  await submit();
  const saved = world.now.at;
  world.now.at = fromIso('2026-11-18T20:10:00+08:00');
  await drainOutbox(world.deps, world.deps.senders);
  world.now.at = saved;
  const { rows } = await world.owner.query(
    `select to_char(max(next_at) at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as next
     from outbox where provider = 'sms' and state = 'waiting'`,
  );
  expect(rows[0].next).toBe('11-19 08:30');
});

it('one-time codes are demanded of roles, and the form says of how many people', async () => {
  const { body } = await preview('sign-in', { totpRoles: ['inspector'] });
  expect(body.changes).toEqual(['须用动态验证码的角色：没有 → 监督检查员']);
  expect((body.effects as string[])[0]).toMatch(/^有 1 人/);
  expect((await read()).settings['sign-in'].totpRoles).toEqual([]);
});

it('years of keeping say how many ended orders would lose their words', async () => {
  const number = await submit();
  await world.owner.query(
    `update "order" set state = 'closed', submitted_at = '2024-06-01', closed_at = '2024-07-01' where number = $1`,
    [number],
  );
  const { body } = await preview('keeping', { years: 2 });
  expect(body.changes).toEqual(['保存年限：3 年 → 2 年']);
  expect((body.effects as string[])[0]).toContain('现在有 1 件');
});

it('tell two who change the same one after another that it has changed', async () => {
  const first = await edit('keeping', { years: 4 });
  expect((await admin.call('PUT', '/admin/settings', first)).status).toBe(200);
  expect(await admin.call('PUT', '/admin/settings', { ...first, value: { years: 5 } })).toMatchObject({
    status: 409,
    body: { code: 'setting.changed-meanwhile' },
  });
  expect(await save('keeping', { years: 4 })).toMatchObject({ body: { code: 'setting.unchanged' } });
});

it.each<[string, object]>([
  ['sla', limits({ acceptDays: 0 })],
  ['sla', limits({ districtCallbackDays: 21 })],
  ['sla', limits({ contactDays: 2 })],
  ['sla', limits({ acceptDays: 1.5 })],
  ['closing', { time: '14:00' }],
  ['closing', { time: '5pm' }],
  ['hours', { from: '2026-12-01', morning: ['11:00', '09:00'], afternoon: ['13:00', '17:00'] }],
  ['hours', { from: '2026-12-01', morning: ['09:00', '14:00'], afternoon: ['13:00', '17:00'] }],
  ['quiet', { from: '22:00', to: '08:00' }],
  ['quiet', { from: '21:00', to: '07:00' }],
  ['sign-in', { totpRoles: ['king'] }],
  ['keeping', { years: 0 }],
  ['unknown', {}],
])('%s refuses %j', async (key, value) => {
  expect((await save(key, value)).status).toBe(400);
});

it.each<[string, string, object, number]>([
  ['duban', 'sla', limits({ rectifyDays: 4 }), 200],
  ['duban', 'keeping', { years: 5 }, 403],
  ['duban', 'sign-in', { totpRoles: [] }, 403],
  ['paidan', 'sla', limits(), 403],
  ['renshe-lingdao', 'closing', { time: '17:30' }, 403],
])('%s changing %s to %j is answered %i', async (username, key, value, status) => {
  expect((await preview(key, value, await staff(world, username))).status).toBe(status);
});

it('are read by who sets and who inspects, and by nobody else', async () => {
  for (const [name, status] of [
    ['jiancha', 200],
    ['duban', 200],
    ['paidan', 403],
    ['renshe1', 403],
  ] as const)
    expect((await (await staff(world, name)).call('GET', '/admin/settings')).status).toBe(status);
});
