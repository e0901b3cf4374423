import { eq } from 'drizzle-orm';
import { outbox } from '../../db/schema';
import { drainOutbox } from '../../jobs/drain-outbox';
import { outboxRow } from '../../notice/outbox-row';
import type { MessageProvider } from '../../provider/provider';
import { ProviderError } from '../../provider/provider-error';
import { senderOf } from '../../provider/sender';
import { startWorld, type TestWorld } from '../../testing/database';
import { type Caller, staff } from '../../testing/people';

let world: TestWorld;
let admin: Caller;
beforeAll(async () => {
  world = await startWorld();
  admin = await staff(world, 'guanli');
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.owner.query('delete from outbox'));
jest.setTimeout(30_000);

let made = 0;
async function waiting(provider: string, topic = 'dispatched', size = 1): Promise<void> {
  const rows = Array.from({ length: size }, () => {
    made += 1;
    const to = `1380000${String(made).padStart(4, '0')}`;
    const message = { provider, to, recipientKey: `key-${made}`, topic, orderId: null, dedupe: `d-${made}` };
    return outboxRow(world.deps, { ...message, text: '示例' });
  });
  await world.deps.db.insert(outbox).values(rows);
}
const dead = (provider: string, topic: string, size: number) =>
  waiting(provider, topic, size).then(() =>
    world.deps.db
      .update(outbox)
      .set({ state: 'dead', attempts: 8, lastError: 'rejected 47003' })
      .where(eq(outbox.state, 'waiting')),
  );
const failing = (error: ProviderError): MessageProvider => ({
  id: 'wechat',
  send: () => Promise.reject(error),
});

interface Health {
  provider: string;
  carrier: string;
  waiting: number;
  dead: number;
  sentInDay: number;
  oldestAt: string | null;
  pausedUntil: string | null;
  errors: { word: string; count: number }[];
}
const health = async (provider: string) =>
  ((await admin.call('GET', '/admin/providers')).body.items as unknown as Health[]).find(
    (each) => each.provider === provider,
  );

it('tells what waits and since when, what went out, and that a provider is only the demonstration’s, or that there is none', async () => {
  await waiting('wechat', 'dispatched', 3);
  expect(await health('wechat')).toMatchObject({
    carrier: 'local',
    waiting: 3,
    oldestAt: '2026-11-18T09:30:00+08:00',
    sentInDay: 0,
  });
  await drainOutbox(world.deps, world.deps.senders);
  expect(await health('wechat')).toMatchObject({ waiting: 0, sentInDay: 3, dead: 0 });
  const { sms } = world.deps.senders;
  world.deps.senders.sms = undefined;
  expect(await health('sms')).toMatchObject({ carrier: 'none' });
  world.deps.senders.sms = sms;
});

it('tells why a provider fails, and until when it is not asked', async () => {
  await waiting('wechat', 'dispatched', 20);
  const down = failing(new ProviderError('unavailable', { providerCode: 503 }));
  await drainOutbox(world.deps, { wechat: senderOf(down, world.deps.now) });
  const { errors = [], pausedUntil, waiting: left } = (await health('wechat')) ?? {};
  expect(left).toBe(20);
  expect(errors).toMatchObject([{ word: '对方没有回应（503）' }]);
  expect(pausedUntil).toBe('2026-11-18T09:30:15+08:00');
});

it('lists what did not go out without words and addresses, page by page', async () => {
  await dead('sms', 'resolved', 5);
  const seen: { recipient: string; error: string; title: string }[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await admin.call('GET', `/admin/providers/dead?provider=sms&limit=2${cursor}`);
    seen.push(...(body.items as typeof seen));
    if (!body.next) break;
    cursor = `&cursor=${body.next}`;
  }
  expect(seen).toHaveLength(5);
  expect(seen[0]).toMatchObject({ title: '已办结', error: '对方拒收（47003）' });
  expect(seen.every((each) => /^138\*{4}\d{4}$/.test(each.recipient))).toBe(true);
  expect(JSON.stringify(seen)).not.toContain('示例');
});

it('sends one or all of a topic again, with the reason in the ledger, and old sign-in codes never', async () => {
  await dead('sms', 'resolved', 3);
  await dead('sms', 'closed', 1);
  await dead('sms', 'sign-in-code', 2);
  const [row] = await world.deps.db.select().from(outbox).where(eq(outbox.topic, 'resolved')).limit(1);
  const again = (body: object) =>
    admin.call('POST', '/admin/providers/resend', { reason: '短信账号已充值', ...body });
  expect((await again({ ids: [row?.id] })).body).toEqual({ resent: 1, left: 0 });
  expect((await again({ ids: [row?.id] })).status).toBe(409);
  expect((await again({ provider: 'sms', topic: 'resolved' })).body).toEqual({ resent: 2, left: 0 });
  expect((await again({ provider: 'sms' })).body).toEqual({ resent: 1, left: 0 });
  expect((await again({ provider: 'sms' })).status).toBe(409);
  expect(await health('sms')).toMatchObject({ waiting: 4, dead: 2 });
  const { rows } = await world.owner.query(
    "select data ->> 'said' as said from event where kind = 'messages.resent' order by id desc limit 1",
  );
  expect(rows[0].said).toBe('短信，1 条：短信账号已充值');
});

it('sends 500 at a press and says how many are left', async () => {
  await dead('wechat', 'closed', 620);
  const again = { provider: 'wechat', reason: '模板已改正' };
  expect((await admin.call('POST', '/admin/providers/resend', again)).body).toEqual({
    resent: 500,
    left: 120,
  });
  expect((await admin.call('POST', '/admin/providers/resend', again)).body).toEqual({ resent: 120, left: 0 });
});

it.each<[string, object, number]>([
  ['guanli', {}, 400],
  ['guanli', { provider: 'sms', reason: '' }, 400],
  ['jiancha', { provider: 'sms', reason: '试一试' }, 403],
  ['renshe1', { provider: 'sms', reason: '试一试' }, 403],
])('%s sending %j again is answered %i', async (name, body, status) => {
  expect((await (await staff(world, name)).call('POST', '/admin/providers/resend', body)).status).toBe(
    status,
  );
});

it.each([
  ['jiancha', 200],
  ['paidan', 200],
  ['renshe-lingdao', 403],
])('%s reads the state of providers: %i', async (name, status) => {
  expect((await (await staff(world, name)).call('GET', '/admin/providers')).status).toBe(status);
});

it('names the master key in use and shows nothing of it', async () => {
  const { status, body } = await admin.call('GET', '/admin/keys');
  expect({ status, ...body }).toEqual({ status: 200, algorithm: 'aes-256-gcm', current: 'demo', inUse: [] });
  expect((await (await staff(world, 'duban')).call('GET', '/admin/keys')).status).toBe(403);
});
