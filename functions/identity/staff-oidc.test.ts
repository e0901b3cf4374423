import { startWorld, type TestWorld } from '../testing/database';
import { type Caller, caller, staff } from '../testing/people';
import { signInAt, startOidcServer } from './platform/testing/oidc-server';

const redirectUri = 'https://window.example.cn/api/staff/oidc/callback';
let world: TestWorld;
let issuer: Awaited<ReturnType<typeof startOidcServer>>;
beforeAll(async () => {
  world = await startWorld();
  issuer = await startOidcServer(redirectUri);
  world.deps.oidc = {
    name: '政务账号',
    issuer: issuer.issuer,
    clientId: 'window',
    clientSecret: 'window-secret',
    redirectUri,
    allowHttp: true,
  };
  // The id token's times are those of the real provider.
  world.now.at = Date.now();
}, 120_000);
afterAll(async () => {
  await issuer.stop();
  await world.close();
});

const cookieIn = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .find((each) => each.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

/** The browser goes to the issuer, signs in there, and stands before our door again. */
async function goneAndBack(login: string) {
  const away = await world.app.request('/api/staff/oidc');
  expect(away.status).toBe(302);
  const back = await signInAt(away.headers.get('location') ?? '', redirectUri, login);
  return { kept: cookieIn(away, 'window_oidc'), search: back.search };
}
const enter = (search: string, cookie: string) =>
  world.app.request(`/api/staff/oidc/callback${search}`, { headers: { cookie } });
async function signIn(login: string) {
  const { kept, search } = await goneAndBack(login);
  const answer = await enter(search, kept);
  const cookie = cookieIn(answer, 'window_session');
  return { to: answer.headers.get('location'), cookie, ...caller(world, { cookie }) };
}

interface Waiting {
  issuer: string;
  subject: string;
  name: string;
}
const waiting = async (admin: Caller) =>
  (await admin.call('GET', '/admin/people/identities')).body.items as unknown as Waiting[];
const idOf = async (admin: Caller, username: string) =>
  ((await admin.call('GET', `/admin/people?q=${username}`)).body.items as { id: string }[])[0]?.id;

it('refuses an unknown account in words, lets an admin say whose it is, and then opens', async () => {
  expect(await signIn('civil-servant-1')).toMatchObject({ to: '/console/?refused=oidc.unknown', cookie: '' });
  const admin = await staff(world, 'guanli');
  const [asked] = await waiting(admin);
  expect(asked).toMatchObject({ subject: 'civil-servant-1', name: '示例市民' });
  const id = await idOf(admin, 'renshe1');
  const { issuer: from = '', subject = '' } = asked ?? {};
  const link = () => admin.call('PUT', `/admin/people/${id}/identity`, { issuer: from, subject });
  expect((await link()).status).toBe(200);
  expect(await waiting(admin)).toEqual([]);
  expect(await link()).toMatchObject({ status: 409, body: { code: 'identity.has-one' } });
  const handler = await signIn('civil-servant-1');
  expect(handler.to).toBe('/console/');
  expect((await handler.call('GET', '/staff/me')).body).toMatchObject({
    staff: { username: 'renshe1' },
    means: 'oidc',
  });
  const other = await idOf(admin, 'renshe2');
  expect(await admin.call('PUT', `/admin/people/${other}/identity`, { issuer: from, subject })).toMatchObject(
    { status: 409, body: { code: 'identity.taken' } },
  );
});

it('ends what the account opened when the link is taken back', async () => {
  await signIn('civil-servant-2');
  const admin = await staff(world, 'guanli');
  const id = await idOf(admin, 'renshe2');
  const [asked] = await waiting(admin);
  await admin.call('PUT', `/admin/people/${id}/identity`, {
    issuer: asked?.issuer,
    subject: asked?.subject,
  });
  const handler = await signIn('civil-servant-2');
  expect((await handler.call('GET', '/staff/me')).status).toBe(200);
  expect((await admin.call('DELETE', `/admin/people/${id}/identity`)).status).toBe(200);
  expect((await handler.call('GET', '/staff/me')).status).toBe(401);
  expect(await signIn('civil-servant-2')).toMatchObject({ to: '/console/?refused=oidc.unknown' });
});

it('takes an attempt once, from the browser that began it, with its own state', async () => {
  const first = await goneAndBack('civil-servant-1');
  const second = await goneAndBack('civil-servant-1');
  const refused = '/console/?refused=oidc.not-proved';
  const to = async (search: string, cookie: string) => (await enter(search, cookie)).headers.get('location');
  expect(await to(first.search, '')).toBe(refused);
  expect(await to(first.search, 'window_oidc=forged')).toBe(refused);
  expect(await to(second.search, first.kept)).toBe(refused);
  expect(await to(second.search, second.kept)).toBe('/console/');
  expect(await to(second.search, second.kept)).toBe(refused);
});

it('says that the person gave up, that the issuer is down, or that there is none', async () => {
  const away = await world.app.request('/api/staff/oidc');
  const state = new URL(away.headers.get('location') ?? '').searchParams.get('state');
  const search = `?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer.issuer)}`;
  const answer = await enter(search, cookieIn(away, 'window_oidc'));
  expect(answer.headers.get('location')).toBe('/console/?refused=oidc.given-up');
  const set = world.deps.oidc;
  world.deps.oidc = set && { ...set, issuer: 'http://127.0.0.1:9' };
  expect((await world.app.request('/api/staff/oidc')).headers.get('location')).toBe(
    '/console/?refused=oidc.unavailable',
  );
  world.deps.oidc = null;
  expect((await world.app.request('/api/staff/oidc')).status).toBe(404);
});

it('lets nobody but an admin say whose an account is', async () => {
  for (const name of ['duban', 'renshe-lingdao', 'jiancha']) {
    const who = await staff(world, name);
    expect((await who.call('GET', '/admin/people/identities')).status).toBe(403);
  }
});
