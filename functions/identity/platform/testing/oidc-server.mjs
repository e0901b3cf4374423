// A real OpenID provider for the test beside it; prints its port, ends with its parent.
import Provider from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const holder = await new Promise((resolve) => {
  const probe = import('node:http').then(({ createServer }) => {
    const server = createServer((request, response) => server.handle(request, response));
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
  probe.catch(() => process.exit(1));
});
const { port } = holder.address();
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'window',
      client_secret: 'window-secret',
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name'] },
  conformIdTokenClaims: false,
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: '示例市民' }) }),
  cookies: { keys: ['example'] },
});
holder.handle = provider.callback();
process.stdin.on('end', () => process.exit(0)).resume();
process.stdout.write(`${port}\n`);
