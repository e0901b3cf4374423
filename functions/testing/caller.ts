import { demoPassword } from '../db/seed/seed';
import type { TestServer } from './test-server';

export interface Reply {
  status: number;
  // What a route answers is read by the test as it likes.
  body: Record<string, never> & { [field: string]: unknown };
  headers: Headers;
}

/** Somebody who calls the API: a reporter, a member of staff, or nobody. */
export interface Caller {
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  headers: Record<string, string>;
}

/** A caller who sends these headers with every request. */
export function callerWith(server: TestServer, own: Record<string, string>): Caller {
  const send: Caller['send'] = async (method, path, body, headers = {}) => {
    const answer = await server.app.request(`/api${path}`, {
      method,
      headers: { ...own, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {};
    return { status: answer.status, body: json, headers: answer.headers };
  };
  return {
    headers: own,
    send,
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
  };
}

export const nobody = (server: TestServer): Caller => callerWith(server, {});

/** Signs a member of the demonstration's staff in, as the console does. */
export async function asStaff(server: TestServer, username: string): Promise<Caller> {
  const answer = await nobody(server).post('/staff/sessions', { username, password: demoPassword });
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return callerWith(server, { cookie, 'x-requested-with': 'console' });
}

/** Signs a reporter in by phone; the code is read where the demonstration shows it, at the outbox page. */
export async function asReporter(server: TestServer, phone: string): Promise<Caller> {
  await nobody(server).post('/reporter/sms-codes', { phone });
  const outbox = await (await asStaff(server, 'guanli')).get('/desk/outbox?limit=1');
  const [message] = outbox.body.items as { text: string }[];
  const code = message?.text.match(/\d{6}/)?.[0];
  const answer = await nobody(server).post('/reporter/sessions', { phone, code });
  if (answer.status !== 200) throw new Error(`${phone} could not sign in: ${JSON.stringify(answer.body)}`);
  return callerWith(server, { authorization: `Bearer ${String(answer.body.token)}` });
}
