import { startWorld, type TestWorld } from '../testing/database';
import { caller, nobody } from '../testing/people';
import { signInAt, startOidcServer } from './platform/testing/oidc-server';

const redirectUri = 'https://window.example.cn/api/reporter/oidc/callback';
let world: TestWorld;
let issuer: Awaited<ReturnType<typeof startOidcServer>>;
beforeAll(async () => {
  world = await startWorld();
  issuer = await startOidcServer(redirectUri);
  const host = { id: 'ywtb-oidc', alg: 'HS256' as const, key: 'k'.repeat(40), audience: 'reporter' };
  world.deps.reporterOidc = {
    issuer: issuer.issuer,
    clientId: 'window',
    clientSecret: 'window-secret',
    redirectUri,
    allowHttp: true,
    host,
  };
  world.deps.platforms.hosts.push(host);
  // The id token's times are those of the real provider.
  world.now.at = Date.now();
}, 120_000);
afterAll(async () => {
  await issuer.stop();
  await world.close();
});

/** The browser goes to 一网通办's provider, signs in there, and stands before the callback. */
async function goneAndBack(login: string) {
  const away = await world.app.request('/api/reporter/oidc');
  expect(away.status).toBe(302);
  const kept = away.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const back = await signInAt(away.headers.get('location') ?? '', redirectUri, login);
  return { kept, search: back.search };
}
const enter = async (search: string, cookie: string) =>
  (await world.app.request(`/api/reporter/oidc/callback${search}`, { headers: { cookie } })).headers.get(
    'location',
  ) ?? '';
const byTicket = (ticket: string | null) =>
  nobody(world).call('POST', '/reporter/sessions/ticket', { ticket: ticket ?? '' });
async function signIn(login: string) {
  const { kept, search } = await goneAndBack(login);
  return new URL(await enter(search, kept), 'https://window.example.cn').searchParams;
}

it('knows the same person at every visit, by a ticket that opens once and for a minute', async () => {
  const first = await signIn('citizen-1');
  expect(first.get('channel')).toBe('ywtb');
  const parts = `${first.get('ticket')}`.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  expect(parts.join()).not.toContain('示例');
  const session = await byTicket(first.get('ticket'));
  expect(session).toMatchObject({ status: 200, body: { reporter: { kind: 'person', name: '示例市民' } } });
  expect((await byTicket(first.get('ticket'))).status).toBe(422);
  const again = await byTicket((await signIn('citizen-1')).get('ticket'));
  const idOf = ({ body }: typeof again) => (body.reporter as { id: string }).id;
  expect(idOf(again)).toBe(idOf(session));
  expect(idOf(await byTicket((await signIn('citizen-2')).get('ticket')))).not.toBe(idOf(session));
  const me = caller(world, { authorization: `Bearer ${session.body.token}` });
  expect((await me.call('GET', '/reporter/me')).status).toBe(200);
  const late = (await signIn('citizen-1')).get('ticket');
  world.now.at += 2 * 60_000;
  expect((await byTicket(late)).status).toBe(422);
  world.now.at = Date.now();
});

it('lets in without proof, to sign in by phone, who lost the way', async () => {
  const { kept, search } = await goneAndBack('citizen-1');
  for (const [said, cookie] of [
    [search, ''],
    [search, 'window_reporter_oidc=forged'],
    ['?error=access_denied', kept],
  ] as const)
    expect(await enter(said, cookie)).toBe('/?channel=ywtb');
  const set = world.deps.reporterOidc;
  world.deps.reporterOidc = set && { ...set, issuer: 'http://127.0.0.1:9' };
  expect((await world.app.request('/api/reporter/oidc')).headers.get('location')).toBe('/?channel=ywtb');
  world.deps.reporterOidc = null;
  expect((await world.app.request('/api/reporter/oidc')).status).toBe(404);
  world.deps.reporterOidc = set;
});
