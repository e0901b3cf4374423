import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts `oidc-provider` in a process of its own (it is an ES module); `stop` ends it. */
export async function startOidcServer(redirectUri: string) {
  const child = spawn(process.execPath, [join(__dirname, 'oidc-server.mjs'), redirectUri], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [first] = await once(child.stdout, 'data');
  const stop = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { issuer: `http://127.0.0.1:${String(first).trim()}`, stop };
}

/** Signs in at the provider's own pages as a browser would, until it sends the browser back; returns that address. */
export async function signInAt(address: string, redirectUri: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = { url: new URL(address), form: undefined as string | undefined };
  for (let step = 0; step < 12; step += 1) {
    if (next.url.href.startsWith(redirectUri)) return next.url;
    const response = await fetch(next.url, {
      method: next.form === undefined ? 'GET' : 'POST',
      body: next.form,
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(next.form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const page = await response.text();
    if (location) next = { url: new URL(location, next.url), form: undefined };
    else next = { url: formTarget(page, next.url), form: formAnswer(page, login) };
  }
  throw new Error('The provider never sent the browser back.');
}

function formTarget(page: string, from: URL): URL {
  return new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', from);
}

function formAnswer(page: string, login: string): string {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
  return new URLSearchParams({ prompt, login, password: 'example' }).toString();
}
