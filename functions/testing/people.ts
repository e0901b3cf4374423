import { desc, eq } from 'drizzle-orm';
import { outbox } from '../db/schema';
import { demoPassword } from '../db/seed/seed';
import type { TestWorld } from './database';

type Body = Record<string, unknown>;

/** One caller of the API: a member of staff by cookie, or a reporter by token. */
export interface Caller {
  call(method: string, path: string, body?: unknown, key?: string): Promise<{ status: number; body: Body }>;
}

let keys = 0;
export const caller = (world: TestWorld, headers: Record<string, string>): Caller => ({
  async call(method, path, body, key) {
    const answer = await world.app.request(`/api${path}`, {
      method,
      headers: {
        'x-requested-with': 'console',
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': key ?? `test-key-${++keys}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: text && json ? (JSON.parse(text) as Body) : {} };
  },
});

export const nobody = (world: TestWorld) => caller(world, {});

/** The session cookie of a member of staff, for requests that are not JSON. */
export async function signIn(world: TestWorld, username: string): Promise<string> {
  const answer = await world.app.request('/api/staff/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  if (answer.status !== 200) throw new Error(`No sign-in for ${username}: ${answer.status}`);
  return cookie;
}

export const staff = async (world: TestWorld, username: string): Promise<Caller> =>
  caller(world, { cookie: await signIn(world, username) });

/** The code that was sent last to anybody, read from the outbox as the demonstration's page shows it. */
async function lastCode(world: TestWorld): Promise<string> {
  const [row] = await world.deps.db
    .select()
    .from(outbox)
    .where(eq(outbox.topic, 'sign-in-code'))
    .orderBy(desc(outbox.id))
    .limit(1);
  const { text } = JSON.parse(world.deps.vault.unsealMaster(row?.sealed ?? '', 'outbox')) as { text: string };
  return text.match(/\d{6}/)?.[0] ?? '';
}

export async function reporter(world: TestWorld, phone: string): Promise<Caller & { token: string }> {
  const open = nobody(world);
  await open.call('POST', '/reporter/sms-codes', { phone });
  const { body } = await open.call('POST', '/reporter/sessions', { phone, code: await lastCode(world) });
  const token = String(body.token);
  return { token, ...caller(world, { authorization: `Bearer ${token}` }) };
}

export const aReport = (overrides: Body = {}, report: Body = {}): Body => ({
  channel: 'h5',
  reporter: { kind: 'person', name: '示例市民', phone: '13800000001' },
  report: {
    stage: 'not-accepted',
    story: '材料都交了三次，窗口说系统里查不到，一直没有受理。',
    online: false,
    files: [],
    ...report,
  },
  consent: true,
  ...overrides,
});

export async function matterId(world: TestWorld, name: string): Promise<string> {
  const { body } = await nobody(world).call('GET', `/public/matters?q=${encodeURIComponent(name)}&limit=1`);
  return (body.items as { id: string }[])[0]?.id ?? '';
}
