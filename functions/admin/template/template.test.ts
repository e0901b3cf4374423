import { checkText } from '../../../shared/notice/check-text';
import { smsSegments } from '../../../shared/notice/sms-segments';
import { knownPlaceholders, placeholdersIn, reporterTexts, staffTexts } from '../../../shared/notice/topic';
import { messageGrant, outbox, reporterIdentity } from '../../db/schema';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../../testing/people';

let world: TestWorld;
let admin: Caller;
beforeAll(async () => {
  world = await startWorld();
  admin = await staff(world, 'guanli');
}, 120_000);
afterAll(() => world.close());
jest.setTimeout(30_000);

interface Texts {
  texts: { target: string; topic: string; text: string; builtIn: string; own: boolean; version: number }[];
  templates: { target: string; topic: string; template: object | null; version: number }[];
}
const list = async () => (await admin.call('GET', '/admin/templates')).body as unknown as Texts;
const textOf = async (target: string, topic: string) =>
  (await list()).texts.find((each) => each.target === target && each.topic === topic);
const save = async (target: string, topic: string, text: string | null, who = admin) =>
  who.call('PUT', '/admin/templates/text', {
    target,
    topic,
    text,
    version: (await textOf(target, topic))?.version ?? 0,
  });

let phones = 10;
async function submit(): Promise<{ who: Caller; number: string }> {
  phones += 1;
  const phone = `138000000${phones}`;
  const who = await reporter(world, phone);
  const report = aReport(
    { reporter: { kind: 'person', name: '示例市民', phone } },
    { matterId: await matterId(world, '社会保险登记') },
  );
  return { who, number: String((await who.call('POST', '/orders', report)).body.number) };
}
const told = async (who: Caller) =>
  ((await who.call('GET', '/my/messages')).body.items as { text: string }[]).map((each) => each.text);

it.each(Object.entries({ ...staffTexts, ...reporterTexts }))(
  '%s asks for nothing unknown',
  (_topic, text) => {
    expect(placeholdersIn(text).filter((name) => !knownPlaceholders.has(name))).toEqual([]);
  },
);

it.each([
  ['请留意 {姓名} 的 {编号}', ['没有 {姓名} 这个占位符。']],
  ['{编号} 已派单，依据 {依据}', ['这条消息里没有 {依据}。']],
  ['您的诉求已经交给 {单位}', ['不能少了 {编号}。']],
  ['{编号} 已交给 {单位', ['花括号没有配对。']],
  ['{编号} 请看 https://example.cn', ['不要写网址，链接由系统添加。']],
  ['{constructor} {编号}', ['没有 {constructor} 这个占位符。']],
  ['{编号} 已交给{单位}，电话 {单位电话}，{办结期限}办结', []],
])('%s: %j', (text, problems) => {
  expect(checkText('reporter', 'dispatched', text)).toEqual(problems);
});

it('keeps the query code in the first message', () => {
  expect(checkText('reporter', 'submitted', '诉求 {编号} 已收到')).toEqual(['不能少了 {查询码}。']);
});

it.each([
  [70, 1],
  [71, 2],
  [134, 2],
  [135, 3],
])('%i characters are %i SMS', (characters, segments) => {
  expect(smsSegments('字'.repeat(characters))).toEqual({ characters, segments });
});

it('what the district writes is what people then read, until it goes back to the built-in text', async () => {
  expect(
    (await save('reporter', 'dispatched', '请放心，{编号} 已到{单位}，{接单期限}有人联系您。')).status,
  ).toBe(200);
  const first = await submit();
  expect((await told(first.who)).join()).toContain(`请放心，${first.number} 已到区人力资源社会保障局，在 `);
  expect((await save('reporter', 'dispatched', null)).status).toBe(200);
  const second = await submit();
  expect((await told(second.who)).join()).toContain(`您的诉求 ${second.number} 已交给`);
  expect(await textOf('reporter', 'dispatched')).toMatchObject({ own: false, version: 2 });
  expect((await admin.call('GET', '/admin/templates/history')).body.items).toMatchObject([
    { by: '示例管理员', said: '发给反映人“已派单”：恢复默认' },
    { said: '发给反映人“已派单”：请放心，{编号} 已到{单位}，{接单期限}有人联系您。' },
  ]);
});

it('staff read the district’s words too', async () => {
  await save('staff', 'dispatched', '有新工单 {编号}，请{接单期限}接单，谢谢。');
  const { number } = await submit();
  expect((await told(await staff(world, 'renshe1'))).join()).toContain(`有新工单 ${number}，请在 `);
});

it('refuses a text that will not do, in sentences, and saves nothing', async () => {
  const refused = await save('reporter', 'resolved', '办好了 {姓名}');
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: 'template.text-wrong',
      problems: ['没有 {姓名} 这个占位符。', '不能少了 {编号}。'],
    },
  });
  expect((await save('reporter', 'nothing', '{编号} 没有这种消息')).body.code).toBe('template.topic-unknown');
  expect((await textOf('reporter', 'resolved'))?.own).toBe(false);
});

it('tells two who change the same text one after another', async () => {
  const body = { target: 'reporter', topic: 'closed', text: '{编号} 已归档，多谢。', version: 0 };
  expect((await admin.call('PUT', '/admin/templates/text', body)).status).toBe(200);
  expect(
    await admin.call('PUT', '/admin/templates/text', { ...body, text: '{编号} 已归档，再会。' }),
  ).toMatchObject({ status: 409, body: { code: 'template.changed-meanwhile' } });
  expect(await save('reporter', 'closed', body.text)).toMatchObject({ body: { code: 'template.unchanged' } });
});

interface Shown {
  provider: string;
  text: string | null;
  fields?: Record<string, string>;
  segments?: number;
}
const preview = async (target: string, topic: string, text: string) =>
  (await admin.call('POST', '/admin/templates/preview', { target, topic, text })).body as unknown as {
    problems: string[];
    shown: Shown[];
  };

it('shows a text at every provider, filled with made-up facts', async () => {
  world.deps.platforms.templates.wechat = {
    resolved: { id: 'wx-1', fields: { thing1: 'unit', character_string2: 'number' } },
  };
  const { problems, shown } = await preview('reporter', 'resolved', '{编号} 办好了：{答复}');
  expect(problems).toEqual([]);
  const at = (provider: string) => shown.find((each) => each.provider === provider);
  expect(at('inbox')?.text).toBe('CM20261118000013 办好了：已当面受理，登记已办好');
  expect(at('sms')?.text).toMatch(/^【崇明区政务服务】CM.*查看：http.*\/link\?token=x{43}$/);
  expect(at('sms')?.segments).toBe(2);
  expect(at('wechat')?.fields).toEqual({
    thing1: '示例区人力资源社会保障局',
    character_string2: 'CM20261118000013',
  });
  expect(at('alipay')).toMatchObject({ text: null });
  const staffs = await preview('staff', 'supervised', '{编号} 督办：{整改要求}');
  expect(staffs.shown.find((each) => each.provider === 'wecom')?.text).toBe('CM20261118000013 督办：');
});

it('a platform’s template set here is used from the next message on, without a restart', async () => {
  const { who } = await submit();
  const { body } = await who.call('GET', '/reporter/me');
  const identity = { channel: 'wechat', subject: 'openid-1', reporterId: String(body.id) };
  await world.deps.db.insert(reporterIdentity).values(identity);
  const granted = { channel: 'wechat', subject: 'openid-1', template: 'wx-new', left: 5 };
  await world.deps.db.insert(messageGrant).values({ ...granted, grantedAt: world.now.at });
  const again = async () => {
    const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
    await who.call('POST', '/orders', report);
    const rows = await world.deps.db.select().from(outbox);
    return rows.filter((row) => row.provider === 'wechat' && row.topic === 'dispatched').length;
  };
  expect(await again()).toBe(0);
  const template = { id: 'wx-new', fields: { thing1: 'unit' } };
  const edit = { target: 'wechat', topic: 'dispatched', template, version: 0 };
  expect((await admin.call('PUT', '/admin/templates/platform', edit)).status).toBe(200);
  expect(await again()).toBe(1);
  const same = { ...edit, version: 1 };
  expect((await admin.call('PUT', '/admin/templates/platform', same)).body.code).toBe('template.unchanged');
});

it.each<[string, number, number, number]>([
  ['duban', 200, 200, 403],
  ['jiancha', 200, 403, 403],
  ['paidan', 403, 403, 403],
  ['renshe1', 403, 403, 403],
])('%s reads %i, writes texts %i, sets platform templates %i', async (name, read, text, platform) => {
  const who = await staff(world, name);
  const words = `{编号} 已延期，请谅解，${name}`;
  expect((await who.call('GET', '/admin/templates')).status).toBe(read);
  expect((await save('reporter', 'extended', words, who)).status).toBe(text);
  const edit = { target: 'alipay', topic: 'closed', template: { id: 'a', fields: {} }, version: 0 };
  expect((await who.call('PUT', '/admin/templates/platform', edit)).status).toBe(platform);
});

it.each([
  ['a field name with a space', { id: 'a', fields: { 'thing 1': 'unit' } }],
  ['a value we do not have', { id: 'a', fields: { thing1: 'phone' } }],
  ['no id', { id: '', fields: {} }],
])('refuses a platform template with %s', async (_title, template) => {
  const edit = { target: 'wechat', topic: 'closed', template, version: 0 };
  expect((await admin.call('PUT', '/admin/templates/platform', edit)).status).toBe(400);
});
