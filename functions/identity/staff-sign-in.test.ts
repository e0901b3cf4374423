import { Secret, TOTP } from 'otpauth';
import { setting } from '../db/schema';
import { demoPassword } from '../db/seed/seed';
import { startWorld, type TestWorld } from '../testing/database';
import { type Caller, caller, nobody, staff } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at += 3_600_000;
});

const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140 Safari/537.36 Edg/140';
/** A session of its own, on a device of its own. */
async function signedIn(username: string, password = demoPassword, totp?: string, agent = edge) {
  const answer = await world.app.request('/api/staff/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': agent },
    body: JSON.stringify({ username, password, ...(totp && { totp }) }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, code: body.code, cookie, ...caller(world, { cookie }) };
}
const codeOf = (secret: string, at = world.now.at) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at });
const me = async (who: Caller) => (await who.call('GET', '/staff/me')).status;
const kinds = async (kind: string) =>
  Number((await world.owner.query('select count(*) as n from event where kind = $1', [kind])).rows[0].n);

/** Sets codes up for a person; returns the secret. */
async function withTotp(username: string): Promise<string> {
  const who = await staff(world, username);
  const begun = await who.call('POST', '/staff/totp', { password: demoPassword });
  expect(begun.body.picture).toMatch(/^data:image\/png;base64,/);
  const secret = String(begun.body.secret);
  expect((await who.call('PUT', '/staff/totp', { code: codeOf(secret) })).status).toBe(200);
  world.now.at += 60_000;
  return secret;
}

describe('one-time codes', () => {
  it('are in force only when a code of the new secret was typed, and then asked for at sign-in', async () => {
    const who = await staff(world, 'renshe1');
    const begun = await who.call('POST', '/staff/totp', { password: demoPassword });
    expect((await signedIn('renshe1')).status).toBe(200);
    const secret = String(begun.body.secret);
    expect(await who.call('PUT', '/staff/totp', { code: '000000' })).toMatchObject({
      status: 422,
      body: { code: 'totp.wrong' },
    });
    await who.call('PUT', '/staff/totp', { code: codeOf(secret) });
    expect(await signedIn('renshe1')).toMatchObject({ status: 422, code: 'totp.needed' });
    world.now.at += 60_000;
    expect((await signedIn('renshe1', demoPassword, codeOf(secret))).status).toBe(200);
    expect((await who.call('GET', '/staff/me')).body.totp).toBe(true);
  });

  it('open the door once each, and an earlier one no more', async () => {
    const secret = await withTotp('renshe2');
    const code = codeOf(secret);
    const earlier = codeOf(secret, world.now.at - 30_000);
    const two = await Promise.all([1, 2].map(() => signedIn('renshe2', demoPassword, code)));
    expect(two.map((each) => each.status).sort()).toEqual([200, 422]);
    expect(await signedIn('renshe2', demoPassword, code)).toMatchObject({ status: 422, code: 'totp.used' });
    expect(await signedIn('renshe2', demoPassword, earlier)).toMatchObject({ code: 'totp.used' });
    expect(await signedIn('renshe2', demoPassword, codeOf(secret, world.now.at - 120_000))).toMatchObject({
      code: 'totp.wrong',
    });
  });

  it('slow the account down when guessed, though the password is right', async () => {
    await withTotp('yibao1');
    for (let left = 5; left > 0; left -= 1) await signedIn('yibao1', demoPassword, '000000');
    expect(await signedIn('yibao1', demoPassword, '000000')).toMatchObject({
      status: 429,
      code: 'sign-in.slow-down',
    });
  });

  it('are set up anew with the password and a code of the old secret only', async () => {
    const secret = await withTotp('fuzeren');
    const who = await signedIn('fuzeren', demoPassword, codeOf(secret));
    world.now.at += 60_000;
    const begin = (body: object) => who.call('POST', '/staff/totp', body);
    expect(await begin({ password: demoPassword })).toMatchObject({ body: { code: 'totp.needed' } });
    expect(await begin({ password: 'wrong-word', totp: codeOf(secret) })).toMatchObject({ status: 422 });
    expect((await begin({ password: demoPassword, totp: codeOf(secret) })).status).toBe(200);
  });

  it('are demanded of the roles that the setting names, at the next click of open sessions too', async () => {
    const open = await signedIn('paidan');
    const value = { totpRoles: ['dispatcher'] };
    await world.deps.db.insert(setting).values({ key: 'sign-in', value, changedAt: world.now.at });
    world.deps.forgetReference();
    expect(await open.call('GET', '/desk/summary')).toMatchObject({
      status: 403,
      body: { code: 'totp.set-up-first' },
    });
    expect((await open.call('GET', '/staff/me')).body.first).toBe('totp.set-up-first');
    expect((await (await staff(world, 'duban')).call('GET', '/desk/summary')).status).toBe(200);
    const begun = await open.call('POST', '/staff/totp', { password: demoPassword });
    await open.call('PUT', '/staff/totp', { code: codeOf(String(begun.body.secret)) });
    expect((await open.call('GET', '/desk/summary')).status).toBe(200);
  });

  it('are taken away by an admin who gives a new password, when the device is lost', async () => {
    await withTotp('chuangkou');
    const admin = await staff(world, 'guanli');
    const list = await admin.call('GET', '/admin/people?q=chuangkou');
    const id = (list.body.items as { id: string; totp: boolean }[])[0]?.id;
    const { body } = await admin.call('POST', `/admin/people/${id}/password`, { totp: true });
    expect((await signedIn('chuangkou', String(body.password))).status).toBe(200);
  });
});

describe('a password', () => {
  it('given by somebody else is changed before anything else', async () => {
    const admin = await staff(world, 'guanli');
    const list = await admin.call('GET', '/admin/people?q=danwei1-3');
    const id = (list.body.items as { id: string }[])[0]?.id;
    const { body } = await admin.call('POST', `/admin/people/${id}/password`, {});
    const given = String(body.password);
    const who = await signedIn('danwei1-3', given);
    expect(await who.call('GET', '/desk/orders')).toMatchObject({
      status: 403,
      body: { code: 'password.change-first' },
    });
    const change = (next: string, password = given) =>
      who.call('POST', '/staff/password', { password, next });
    expect(await change(given)).toMatchObject({ body: { code: 'password.same' } });
    expect(await change('short')).toMatchObject({ status: 400 });
    expect(await change('danwei1-3-2026')).toMatchObject({ body: { code: 'password.too-easy' } });
    expect(await change('a longer sentence', 'wrong-word')).toMatchObject({ status: 422 });
    expect((await change('a longer sentence')).status).toBe(200);
    expect((await who.call('GET', '/desk/orders')).status).toBe(200);
    expect((await signedIn('danwei1-3', given)).status).toBe(422);
  });

  it('when changed ends the other sessions and keeps this one', async () => {
    const [one, other] = [await signedIn('danwei2-3'), await signedIn('danwei2-3')];
    await one.call('POST', '/staff/password', { password: demoPassword, next: 'another sentence' });
    expect([await me(one), await me(other)]).toEqual([200, 401]);
  });

  it('wrong five times slows the account down for a minute, then two, also when tried at once', async () => {
    const before = await kinds('staff.slowed-down');
    await Promise.all([1, 2, 3, 4, 5].map(() => signedIn('danwei3-1', 'wrong-word')));
    expect((await signedIn('danwei3-1')).status).toBe(429);
    world.now.at += 61_000;
    await signedIn('danwei3-1', 'wrong-word');
    world.now.at += 61_000;
    expect((await signedIn('danwei3-1')).status).toBe(429);
    world.now.at += 60_000;
    expect((await signedIn('danwei3-1')).status).toBe(200);
    expect(await kinds('staff.slowed-down')).toBe(before + 1);
  });
});

describe('sessions', () => {
  interface Listed {
    id: string;
    device: string;
    current: boolean;
  }
  const sessions = async (who: Caller) =>
    (await who.call('GET', '/staff/sessions')).body.items as unknown as Listed[];

  it('are listed with their device, and one that is ended opens nothing', async () => {
    const one = await signedIn('danwei12-3');
    const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile/15E148 Safari/604.1';
    const other = await signedIn('danwei12-3', demoPassword, undefined, phone);
    const listed = await sessions(one);
    expect(listed.map(({ device, current }) => ({ device, current }))).toEqual(
      expect.arrayContaining([
        { device: 'Windows 电脑 · Edge 浏览器', current: true },
        { device: '苹果手机 · Safari 浏览器', current: false },
      ]),
    );
    const there = listed.find((each) => !each.current)?.id;
    expect((await one.call('DELETE', `/staff/sessions/${there}`)).status).toBe(200);
    expect(await me(other)).toBe(401);
    expect((await one.call('DELETE', `/staff/sessions/${there}`)).status).toBe(404);
    expect(await sessions(one)).toHaveLength(1);
  });

  it('of others are ended by their owner at once, and never those of somebody else', async () => {
    const [one, two, stranger] = [
      await signedIn('danwei13-3'),
      await signedIn('danwei13-3'),
      await signedIn('danwei14-3'),
    ];
    const theirs = (await sessions(stranger))[0]?.id;
    expect((await one.call('DELETE', `/staff/sessions/${theirs}`)).status).toBe(404);
    expect((await one.call('DELETE', '/staff/sessions/others')).body.ended).toBe(1);
    expect([await me(one), await me(two), await me(stranger)]).toEqual([200, 401, 200]);
  });

  it('of anybody are ended by an admin, which is an event, and by nobody else', async () => {
    const victim = await signedIn('danwei7-1');
    const admin = await staff(world, 'guanli');
    const list = await admin.call('GET', '/admin/people?q=danwei7-1');
    const id = (list.body.items as { id: string }[])[0]?.id;
    for (const name of ['duban', 'jiancha', 'renshe-lingdao'])
      expect((await (await staff(world, name)).call('DELETE', `/admin/people/${id}/sessions`)).status).toBe(
        403,
      );
    const before = await kinds('staff.sessions-ended');
    const [session] = (await admin.call('GET', `/admin/people/${id}/sessions`)).body
      .items as unknown as Listed[];
    expect((await admin.call('DELETE', `/admin/people/${id}/sessions/${session?.id}`)).status).toBe(200);
    expect(await me(victim)).toBe(401);
    expect(await kinds('staff.sessions-ended')).toBe(before + 1);
  });

  it('end after 30 minutes in which only the page asked, and after 12 hours in any case', async () => {
    const idle = await signedIn('danwei8-1');
    const page = caller(world, { cookie: idle.cookie, 'x-attended': 'no' });
    world.now.at += 20 * 60_000;
    expect(await me(page)).toBe(200);
    world.now.at += 11 * 60_000;
    expect(await me(page)).toBe(401);
    const busy = await signedIn('danwei8-1');
    for (let quarter = 0; quarter < 47; quarter += 1) {
      world.now.at += 15 * 60_000;
      expect(await me(busy)).toBe(200);
    }
    world.now.at += 16 * 60_000;
    expect(await me(busy)).toBe(401);
  });

  it('says which doors there are', async () => {
    expect((await nobody(world).call('GET', '/staff/doors')).body).toEqual({ oidc: null });
  });
});
