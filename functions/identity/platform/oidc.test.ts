import { startTestServer } from '../../provider/testing/test-server';
import { beginOidc, finishOidc, type OidcSettings } from './oidc';
import { signInAt, startOidcServer } from './testing/oidc-server';

const redirectUri = 'https://window.example/signed-in';
let issuer: Awaited<ReturnType<typeof startOidcServer>>;
let settings: OidcSettings;
const now = () => Date.now();

beforeAll(async () => {
  issuer = await startOidcServer(redirectUri);
  settings = {
    issuer: issuer.issuer,
    clientId: 'window',
    clientSecret: 'window-secret',
    redirectUri,
    allowHttp: true,
  };
}, 20_000);
afterAll(() => issuer.stop());

async function signedIn(login = 'citizen-1') {
  const { url, attempt } = await beginOidc(settings, now());
  const { search } = await signInAt(url, redirectUri, login);
  return { url: new URL(url), attempt, query: search };
}

it('brings back who signed in at a real provider', async () => {
  const { url, attempt, query } = await signedIn();
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  await expect(finishOidc(settings, attempt, query, now())).resolves.toMatchObject({
    issuer: issuer.issuer,
    subject: 'citizen-1',
    claims: { name: '示例市民' },
  });
});

it('accepts a code once', async () => {
  const { attempt, query } = await signedIn();
  await finishOidc(settings, attempt, query, now());
  await expect(finishOidc(settings, attempt, query, now())).rejects.toMatchObject({
    code: 'identity.replayed',
  });
});

it.each<[string, object, string]>([
  ['state', { state: 'another-state' }, 'identity.signature_invalid'],
  ['nonce', { nonce: 'another-nonce' }, 'identity.signature_invalid'],
  ['PKCE verifier', { codeVerifier: 'v'.repeat(43) }, 'identity.replayed'],
  ['past time', { expiresAt: 0 }, 'identity.expired'],
])('refuses an attempt with another %s', async (_title, change, code) => {
  const { attempt, query } = await signedIn();
  await expect(finishOidc(settings, { ...attempt, ...change }, query, now())).rejects.toMatchObject({ code });
});

it('tells a user who changed his mind from an attack', async () => {
  const { attempt } = await beginOidc(settings, now());
  const query = `?error=access_denied&state=${attempt.state}&iss=${encodeURIComponent(settings.issuer)}`;
  await expect(finishOidc(settings, attempt, query, now())).rejects.toMatchObject({
    code: 'identity.refused_by_user',
  });
});

it('reports a wrong client secret as our own mistake', async () => {
  const { attempt, query } = await signedIn();
  await expect(
    finishOidc({ ...settings, clientSecret: 'wrong' }, attempt, query, now()),
  ).rejects.toMatchObject({ kind: 'misconfigured', providerCode: 'invalid_client' });
});

it('reports an issuer that is down, and asks again the next time', async () => {
  let up = false;
  const server = await startTestServer(() =>
    up
      ? {
          body: {
            issuer: server.url,
            authorization_endpoint: `${server.url}/auth`,
            token_endpoint: `${server.url}/token`,
            response_types_supported: ['code'],
          },
        }
      : { status: 503, body: '' },
  );
  const there = { ...settings, issuer: server.url };
  await expect(beginOidc(there, now())).rejects.toMatchObject({ kind: 'unavailable' });
  up = true;
  await expect(beginOidc(there, now())).resolves.toMatchObject({
    url: expect.stringContaining(`${server.url}/auth?`),
  });
  await server.close();
});
