import { eq } from 'drizzle-orm';
import { fromIso } from '../../shared/sla/instant';
import { outbox, reporterIdentity, unitContact } from '../db/schema';
import { seedId } from '../db/seed/units';
import { drainOutbox } from '../jobs/drain-outbox';
import type { Outgoing, Senders } from '../provider/sender';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, caller, matterId, nobody, reporter, staff } from '../testing/people';

let world: TestWorld;
let someone: Caller;
const template = (id: string) => ({ id, fields: { thing1: 'state' } });

beforeAll(async () => {
  world = await startWorld();
  someone = await reporter(world, '13800000071');
  const { body } = await someone.call('GET', '/reporter/me');
  await world.deps.db
    .insert(reporterIdentity)
    .values({ channel: 'wechat', subject: 'openid-71', reporterId: String(body.id) });
  world.deps.platforms.templates.wechat = {
    submitted: template('once'),
    dispatched: template('always'),
  };
  const always = world.deps.platforms.templates.wechat.dispatched;
  if (always) always.longTerm = true;
}, 120_000);
afterAll(() => world.close());

interface Kept extends Omit<Outgoing, 'idempotencyKey'> {
  provider: string;
  recipientKey: string;
}
async function messages(number?: string): Promise<Kept[]> {
  const rows = await world.deps.db.select().from(outbox).orderBy(outbox.id);
  return rows
    .map((row) => ({
      provider: row.provider,
      topic: row.topic,
      recipientKey: row.recipientKey,
      ...(JSON.parse(world.deps.vault.unsealMaster(row.sealed, 'outbox')) as { to: string; text: string }),
    }))
    .filter((each) => !number || each.text.includes(number));
}
const report = async () => {
  const matter = await matterId(world, '社会保险登记');
  const person = { kind: 'person', name: '示例市民', phone: '13800000071' };
  const wanted = aReport({ reporter: person }, { matterId: matter });
  const { body } = await someone.call('POST', '/orders', wanted);
  return String(body.number);
};
const grant = (template: string, result: string) =>
  someone.call('POST', '/my/subscriptions', { templates: [{ template, result }] });

it('tells by WeChat only what was granted, a one-time consent once', async () => {
  await grant('once', 'accept');
  const first = await report();
  const told = (await messages(first)).filter(({ provider }) => provider === 'wechat');
  expect(told).toMatchObject([
    {
      topic: 'submitted',
      to: 'openid-71',
      params: { number: first, state: '已收到' },
      link: `follow/order/index?number=${first}`,
    },
  ]);
  const second = await report();
  expect((await messages(second)).filter(({ provider }) => provider === 'wechat')).toEqual([]);
});

it('keeps a long-term consent until it is taken back', async () => {
  await grant('always', 'accept');
  for (const _ of [1, 2]) {
    const number = await report();
    const told = (await messages(number)).filter(({ provider }) => provider === 'wechat');
    expect(told.map(({ topic }) => topic)).toEqual(['dispatched']);
  }
  await grant('always', 'reject');
  const number = await report();
  expect((await messages(number)).filter(({ provider }) => provider === 'wechat')).toEqual([]);
});

it('takes no consent for a template that is not ours', async () => {
  await grant('unknown', 'accept');
  const { rows } = await world.owner.query("select * from message_grant where template = 'unknown'");
  expect(rows).toEqual([]);
});

it('gives the inbox a heading', async () => {
  const { body } = await someone.call('GET', '/my/messages');
  expect(body.items).toContainEqual(expect.objectContaining({ topic: 'submitted', title: '已收到' }));
});

it('sends a one-time link with the question for more, and opens the order by it', async () => {
  const number = await report();
  const lead = await staff(world, 'renshe1');
  const version = async () => (await lead.call('GET', `/orders/${number}`)).body.version;
  const steps: [string, object][] = [
    ['accept', {}],
    ['contact', { result: 'reached', means: 'phone' }],
    ['classify', { complexity: 'ordinary' }],
    ['request-supplement', { missing: '身份证复印件' }],
  ];
  for (const [name, body] of steps) {
    const done = await lead.call('POST', `/orders/${number}/${name}`, { version: await version(), ...body });
    expect({ name, status: done.status, ...done.body }).toMatchObject({ name, status: 200 });
  }
  const sms = (await messages(number)).find(({ topic }) => topic === 'supplement-requested');
  const token = sms?.text.match(/\/link\?token=([\w-]+)/)?.[1] ?? '';
  const opened = await nobody(world).call('POST', '/links', { token });
  expect(opened).toMatchObject({ status: 200, body: { number } });
  const byLink = caller(world, { authorization: `Bearer ${token}` });
  expect((await byLink.call('GET', `/orders/${number}`)).status).toBe(200);
});

it('tells the unit by its robot without free words, and not before it opens', async () => {
  const id = seedId('contact');
  const sealed = world.deps.vault.sealMaster('robot-key', `unit-contact:${id}`);
  const unit = await world.owner.query(
    "select unit_id from staff_role join staff on id = staff_id where username = 'renshe1'",
  );
  await world.deps.db
    .insert(unitContact)
    .values({ id, unitId: unit.rows[0].unit_id, provider: 'wecom', sealed });
  const evening = fromIso('2026-11-20T18:00:00+08:00');
  const before = world.now.at;
  world.now.at = evening;
  const number = await report();
  const robots = (await messages(number)).filter(({ provider }) => provider === 'wecom');
  expect(robots).toMatchObject([{ topic: 'dispatched', to: 'robot-key', recipientKey: `unit:${id}` }]);
  const sent: string[] = [];
  const senders: Senders = { wecom: async ({ text }) => void sent.push(text) };
  await drainOutbox(world.deps, senders);
  expect(sent).toEqual([]);
  world.now.at = fromIso('2026-11-23T09:00:00+08:00');
  await drainOutbox(world.deps, senders);
  expect(sent).toEqual([expect.stringContaining(number)]);
  const [row] = await world.deps.db.select().from(outbox).where(eq(outbox.provider, 'wecom'));
  expect(row?.state).toBe('sent');
  world.now.at = before;
});
