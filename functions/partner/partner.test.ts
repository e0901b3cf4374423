import { createHmac, randomUUID } from 'node:crypto';
import { bodyHash, signPartnerRequest } from '../identity/platform/partner-request';
import { drainOutbox } from '../jobs/drain-outbox';
import { senderOf } from '../provider/sender';
import { startTestServer } from '../provider/testing/test-server';
import { createWebhookProvider } from '../provider/webhook/signed-webhook';
import { startWorld, type TestWorld } from '../testing/database';
import { type Caller, nobody, staff } from '../testing/people';
import { webhookEndpoints } from './webhook-endpoint';

let world: TestWorld;
let admin: Caller;
let key: { id: string; secret: string };
const make = async (days = 30, more = {}) =>
  (await admin.call('POST', '/admin/partners', { partner: '市总门户', days, ...more }))
    .body as unknown as typeof key;
beforeAll(async () => {
  world = await startWorld();
  admin = await staff(world, 'guanli');
  key = await make();
}, 120_000);
afterAll(() => world.close());

interface Said {
  method?: string;
  path?: string;
  body?: string;
  sent?: string;
  skewSeconds?: number;
  nonce?: string;
  secret?: string;
  id?: string;
}
async function send({ method = 'POST', path = '/orders', body = '', ...more }: Said) {
  const target = `/api/partner${path}`;
  const timestamp = String(Math.floor(world.now.at / 1000) + (more.skewSeconds ?? 0));
  const nonce = more.nonce ?? randomUUID();
  const keyId = more.id ?? key.id;
  const signature = signPartnerRequest(
    { method, target, keyId, timestamp, nonce, bodyHash: bodyHash(body) },
    more.secret ?? key.secret,
  );
  const sent = more.sent ?? body;
  const answer = await world.app.request(target, {
    method,
    headers: {
      'x-partner-key': keyId,
      'x-partner-timestamp': timestamp,
      'x-partner-nonce': nonce,
      'x-partner-signature': signature,
    },
    ...(sent ? { body: sent } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const anOrder = (cityNumber: string) =>
  JSON.stringify({
    cityNumber,
    reporter: { kind: 'person', name: '示例市民' },
    report: { stage: 'other', story: '在市平台办到一半退出来了，没有办成。' },
  });

it('takes an order once per city number, and answers how it stands', async () => {
  const first = await send({ body: anOrder('SH-P-1') });
  expect(first).toMatchObject({ status: 201, body: { duplicate: false } });
  expect(await send({ body: anOrder('SH-P-1') })).toEqual({
    status: 200,
    body: { number: first.body.number, duplicate: true },
  });
  expect(await send({ method: 'GET', path: '/orders/SH-P-1' })).toMatchObject({
    status: 200,
    body: { number: first.body.number, stateWord: '待派单', reply: null },
  });
  expect((await send({ method: 'GET', path: '/orders/SH-NONE' })).status).toBe(404);
});

it.each<[string, Said]>([
  ['another body than was signed', { body: anOrder('SH-P-2'), sent: anOrder('SH-P-3') }],
  ['a wrong secret', { body: anOrder('SH-P-2'), secret: 'guessed' }],
  ['an unknown key', { body: anOrder('SH-P-2'), id: 'pk_nothing' }],
  ['a clock 6 minutes behind', { body: anOrder('SH-P-2'), skewSeconds: -360 }],
  ['a clock 6 minutes ahead', { body: anOrder('SH-P-2'), skewSeconds: 360 }],
  ['a nonce that is too short', { body: anOrder('SH-P-2'), nonce: 'x' }],
])('refuses %s', async (_title, said) => {
  expect(await send(said)).toMatchObject({ status: 401, body: { code: 'partner.not-believed' } });
  expect((await send({ method: 'GET', path: '/orders/SH-P-2' })).status).toBe(404);
});

it('refuses the same request a second time', async () => {
  const said = { body: anOrder('SH-P-4'), nonce: randomUUID() };
  expect((await send(said)).status).toBe(201);
  expect((await send(said)).status).toBe(401);
});

it('tells a partner that has an address how its order moves, signed with its own key, until that key ends', async () => {
  const partner = await startTestServer(() => ({ status: 204, body: '' }), true);
  const told = await make(30, { webhookUrl: `${partner.url}/events` });
  const webhook = senderOf(
    createWebhookProvider({
      source: 'https://window.example/',
      now: () => world.now.at,
      endpointOf: webhookEndpoints(world.deps.db, world.deps.vault, () => world.now.at),
      allowedNetworks: ['127.0.0.1'],
      ca: partner.ca,
    }),
    () => world.now.at,
  );
  const { number } = (await send({ body: anOrder('SH-P-7') })).body;
  const dispatcher = await staff(world, 'paidan');
  const { body: seen } = await dispatcher.call('GET', `/orders/${number}`);
  const units = await world.owner.query("select id from unit where name = '区医保局'");
  const done = await dispatcher.call('POST', `/orders/${number}/dispatch`, {
    version: seen.version,
    unitId: units.rows[0].id,
    reason: '这件由医保局办理',
  });
  expect(done.status).toBe(200);
  await drainOutbox(world.deps, { webhook });
  expect(partner.requests).toHaveLength(1);
  const [request] = partner.requests;
  expect(request?.json).toMatchObject({
    type: 'order.state-changed',
    subject: 'SH-P-7',
    data: { cityNumber: 'SH-P-7', number, state: 'dispatched', stateWord: '待接单', unit: '区医保局' },
  });
  const {
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': signature,
  } = request?.headers ?? {};
  const expected = createHmac('sha256', told.secret).update(`${id}.${at}.${request?.body}`).digest('base64');
  expect(signature).toBe(`v1,${expected}`);

  await admin.call('DELETE', `/admin/partners/${told.id}`);
  const handler = await staff(world, 'yibao1');
  const { body: again } = await handler.call('GET', `/orders/${number}`);
  expect((await handler.call('POST', `/orders/${number}/accept`, { version: again.version })).status).toBe(
    200,
  );
  await drainOutbox(world.deps, { webhook });
  expect(partner.requests).toHaveLength(1);
  await partner.close();
});

it.each(['http://partner.example/', 'partner.example', 'https://'])(
  'takes no address like %s',
  async (webhookUrl) => {
    const answer = await admin.call('POST', '/admin/partners', { partner: '某平台', days: 1, webhookUrl });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'input.invalid' });
  },
);

it('names the fields of a body that is not right', async () => {
  const { status, body } = await send({ body: JSON.stringify({ cityNumber: 'SH-P-5' }) });
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'input.invalid' });
});

it('ends a key by hand and by time, shows no secret again, keeps it sealed, and records every use', async () => {
  const [short, ended] = [await make(1), await make()];
  expect((await admin.call('DELETE', `/admin/partners/${ended.id}`)).status).toBe(204);
  world.now.at += 25 * 3_600_000;
  admin = await staff(world, 'guanli');
  for (const { id, secret } of [short, ended])
    expect((await send({ body: anOrder('SH-P-6'), id, secret })).status).toBe(401);
  const { body } = await admin.call('GET', '/admin/partners');
  expect(JSON.stringify(body)).not.toContain(key.secret);
  const { rows } = await world.owner.query('select sealed from partner_key');
  expect(rows.map((row) => row.sealed).join()).not.toContain(key.secret);
  const uses = await world.owner.query(
    "select count(*)::int as n from event where kind = 'partner-key.used'",
  );
  expect(uses.rows[0].n).toBeGreaterThan(4);
});

it('is the admin’s alone to make, see and end', async () => {
  for (const name of ['duban', 'jiancha', 'paidan', 'renshe1']) {
    const who = await staff(world, name);
    expect((await who.call('GET', '/admin/partners')).status).toBe(403);
    expect((await who.call('POST', '/admin/partners', { partner: '某某', days: 1 })).status).toBe(403);
    expect((await who.call('DELETE', `/admin/partners/${key.id}`)).status).toBe(403);
  }
  expect((await nobody(world).call('GET', '/admin/partners')).status).toBe(401);
});
