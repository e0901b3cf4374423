import { outbox } from '../db/schema';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, nobody, reporter, staff } from '../testing/people';

let world: TestWorld;
let clerk: Caller;
beforeAll(async () => {
  world = await startWorld();
  clerk = await staff(world, 'chuangkou');
}, 120_000);
afterAll(() => world.close());

/** Registered at the window: the phone is only what the clerk typed. */
async function registered(phone?: string): Promise<{ number: string; queryCode: string }> {
  const { report } = aReport({}, { stage: 'not-solved-at-centre' });
  const person = { kind: 'person', name: '示例来访', ...(phone && { phone }) };
  const wanted = { channel: 'window', reporter: person, report, outcome: 'own' };
  const { body } = await clerk.call('POST', '/desk/orders', wanted);
  return { number: String(body.number), queryCode: String(body.queryCode) };
}

async function sent(phone: string): Promise<{ topic: string; text: string }[]> {
  const rows = await world.deps.db.select().from(outbox).orderBy(outbox.id);
  return rows
    .map((row) => ({
      topic: row.topic,
      ...(JSON.parse(world.deps.vault.unsealMaster(row.sealed, 'outbox')) as { to: string; text: string }),
    }))
    .filter(({ to }) => to === phone);
}
const mine = async (who: Caller) =>
  ((await who.call('GET', '/my/orders')).body.items as { number: string }[]).map(({ number }) => number);

it('tells a phone that a clerk typed number and state alone', async () => {
  const { number } = await registered('13800000031');
  const [first] = await sent('13800000031');
  expect(first?.text).toBe(`您登记的诉求 ${number} 目前是“办理中”，请凭回执上的查询码查看。`);
});

it('puts an order into the account of who knows number and code, and of nobody else', async () => {
  const { number, queryCode } = await registered();
  const owner = await reporter(world, '13800000032');
  const join = (who: Caller, code = queryCode) =>
    who.call('POST', '/reporter/orders', { number, queryCode: code });
  expect((await nobody(world).call('POST', '/reporter/orders', { number, queryCode })).status).toBe(401);
  expect((await join(owner, '222222')).body.code).toBe('lookup.wrong');
  expect(await mine(owner)).toEqual([]);
  expect((await join(owner)).status).toBe(204);
  expect(await mine(owner)).toEqual([number]);
  expect((await join(owner)).status).toBe(204);
  world.now.at += 61_000;
  const other = await reporter(world, '13800000033');
  expect((await join(other)).body.code).toBe('order.other-account');
  expect(await mine(other)).toEqual([]);
});

it('takes the phone for verified where the account that joins has proved the very same', async () => {
  const same = await registered('13800000034');
  const different = await registered('13800000035');
  const owner = await reporter(world, '13800000034');
  const seen = async (found: { number: string; queryCode: string }) => {
    await owner.call('POST', '/reporter/orders', found);
    return (await clerk.call('GET', `/orders/${found.number}`)).body.phoneVerified;
  };
  expect(await seen(same)).toBe(true);
  expect(await seen(different)).toBe(false);
});

it('verifies a visitor’s phone at the window by a code that signs nobody in', async () => {
  const phone = '13800000036';
  const { number } = await registered(phone);
  const prove = (code: string) => clerk.call('POST', `/desk/orders/${number}/phone`, { code });
  expect((await clerk.call('POST', `/desk/orders/${number}/phone-code`, {})).status).toBe(204);
  const code = (await sent(phone)).at(-1)?.text.match(/\d{6}/)?.[0] ?? '';
  const open = nobody(world);
  expect((await open.call('POST', '/reporter/sessions', { phone, code })).body.code).toBe('sms.wrong');
  expect((await prove(code === '000000' ? '111111' : '000000')).body.code).toBe('sms.wrong');
  expect((await prove(code)).status).toBe(204);
  expect((await prove(code)).body.code).toBe('phone.verified-already');
  expect((await clerk.call('GET', `/orders/${number}`)).body.phoneVerified).toBe(true);
  world.now.at += 61_000;
  expect(await mine(await reporter(world, phone))).toEqual([number]);
  const { version } = (await clerk.call('GET', `/orders/${number}`)).body;
  await clerk.call('POST', `/orders/${number}/request-supplement`, { version, missing: '身份证复印件' });
  expect((await sent(phone)).at(-1)?.text).toMatch(/身份证复印件.*\/link\?token=/);
});

it('keeps the look-up refused for a whole hour after the fifth wrong code, however slowly they came', async () => {
  const { number, queryCode } = await registered();
  const look = async (code: string) =>
    (await nobody(world).call('POST', '/lookups', { number, queryCode: code })).body.code ?? 'open';
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await look('222222')).toBe('lookup.wrong');
    world.now.at += 10 * 60_000;
  }
  world.now.at += 49 * 60_000;
  expect(await look(queryCode)).toBe('lookup.locked');
  world.now.at += 60_000;
  expect(await look(queryCode)).toBe('open');
});
