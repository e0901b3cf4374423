import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
let clerk: Caller;
let online: string;
const phone = '13800000091';
const story = '在窗口问了三次，每次要的材料都不一样，一直没有受理。';

const register = async (more: Record<string, unknown> = {}) => {
  const body = {
    channel: 'window',
    reporter: { kind: 'person', name: '示例来访', phone },
    report: { stage: 'not-solved-at-centre', story, files: [] },
    outcome: 'own',
    ...more,
  };
  return (await clerk.call('POST', '/desk/orders', body)).body;
};

beforeAll(async () => {
  world = await startWorld();
  clerk = await staff(world, 'chuangkou');
  const someone = await reporter(world, phone);
  const matter = await matterId(world, '社会保险登记');
  const report = aReport({ reporter: { kind: 'person', name: '示例来访', phone } }, { matterId: matter });
  online = String((await someone.call('POST', '/orders', report)).body.number);
}, 120_000);
afterAll(() => world.close());

const look = async (who: Caller, of = phone) =>
  (await who.call('POST', '/intake/callers', { phone: of })).body;

it('says how many a unit elsewhere has, and not which', async () => {
  expect(await look(clerk)).toEqual({ items: [], elsewhere: 1 });
});

it('offers the clerk what the hall may see: name masked, no telephone, and whether it can be joined', async () => {
  const { number } = await register();
  const { items } = (await look(clerk)) as { items: object[] };
  expect(items).toEqual([
    {
      number,
      matter: null,
      name: '示**',
      stateWord: '办理中',
      submittedAt: '2026-11-18T09:30:00+08:00',
      mayJoin: true,
    },
  ]);
  const joined = await clerk.call('POST', `/orders/${number}/supplement`, { text: '又来了一次', files: [] });
  expect(joined.status).toBe(200);
});

it('shows the dispatcher all of them, the newest first', async () => {
  const dispatcher = await staff(world, 'paidan');
  const { items, elsewhere } = (await look(dispatcher)) as { items: { number: string }[]; elsewhere: number };
  expect(items.map((each) => each.number)).toContain(online);
  expect({ count: items.length, elsewhere }).toEqual({ count: 2, elsewhere: 0 });
});

it('is written down without the telephone, and only where something was found', async () => {
  await look(clerk, '13800009990');
  const { rows } = await world.owner.query(
    "select data from event where kind = 'caller.looked-up' order by id",
  );
  expect(rows.map(({ data: { found, elsewhere } }) => ({ found, elsewhere }))).toEqual([
    { found: 0, elsewhere: 1 },
    { found: 1, elsewhere: 1 },
    { found: 2, elsewhere: 0 },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/1380000\d{4}/);
});

it.each([
  ['route', {}, /^已交给城桥镇政务服务中心，将在 11 月 19 日 17:00 前接单。$/, '城桥镇政务服务中心接单'],
  ['own', {}, /^城桥镇政务服务中心已接手。$/, '简单事项当日、一般事项三个工作日、复杂事项五个工作日内办结'],
  [
    'on-the-spot',
    { reply: '当场补了材料', cause: 'unclear-guide' },
    /已当场办结。$/,
    '我们会回访您，请评价是否真正解决',
  ],
  [
    'out-of-scope',
    { reply: '属于法院的事', basis: '民事诉讼法' },
    /^不在受理范围/,
    '对不予受理有异议，可在 30 天内申诉一次',
  ],
])('prints for “%s” what happens next, and where to look it up', async (outcome, more, sentence, next) => {
  const slip = await register({ outcome, ...more });
  expect(String(slip.sentence)).toMatch(sentence);
  expect(slip.nextSteps).toMatchObject([{ text: next }, ...(slip.nextSteps as object[]).slice(1)]);
  expect(String(slip.lookUpUrl)).toMatch(new RegExp(`/look-up\\?number=${slip.number}$`));
  expect(String(slip.lookUpUrl)).not.toContain(String(slip.queryCode));
});
