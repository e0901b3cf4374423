import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from './stage';

type Body = Record<string, unknown>;

/** One caller of the API of a running server. */
export async function call<T = Body>(
  server: Pick<Server, 'base'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T & { cookie: string }> {
  const answer = await fetch(`${server.base}/api${path}`, {
    method,
    headers: {
      'x-requested-with': 'console',
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...((text ? JSON.parse(text) : {}) as T), cookie };
}

export async function staffCookie(
  server: Pick<Server, 'base'>,
  username: string,
): Promise<{ cookie: string }> {
  const { cookie } = await call(server, 'POST', '/staff/sessions', { username, password: 'demo-2026' });
  return { cookie };
}

/** One command of a member of staff on an order as it stands. */
export async function staffCommand(
  server: Server,
  staff: { cookie: string },
  number: string,
  name: string,
  body: Body = {},
): Promise<void> {
  const { version } = await call<{ version: number }>(server, 'GET', `/orders/${number}`, undefined, staff);
  await call(server, 'POST', `/orders/${number}/${name}`, { version, ...body }, staff);
}

/** The sign-in code that was sent last, read where the demonstration keeps it. */
export async function lastCode(server: Pick<Server, 'base'>): Promise<string> {
  const dispatcher = await staffCookie(server, 'paidan');
  const sent = await call<{ items: { text: string }[] }>(
    server,
    'GET',
    '/desk/outbox',
    undefined,
    dispatcher,
  );
  return sent.items.map((each) => each.text?.match(/验证码 (\d{6})/)?.[1]).find(Boolean) ?? '';
}

const phone = '13800000100';

/** A reporter signed in by SMS. */
async function reporterToken(
  server: Server,
): Promise<{ session: TourData['session']; token: { authorization: string } }> {
  await call(server, 'POST', '/reporter/sms-codes', { phone });
  const code = await lastCode(server);
  const session = await call<TourData['session']>(server, 'POST', '/reporter/sessions', { phone, code });
  return { session, token: { authorization: `Bearer ${session.token}` } };
}
const tokens = new WeakMap<Server, ReturnType<typeof reporterToken>>();

/** The reporter of the tour, signed in once for each server: codes are not sent twice within a minute. */
function signedIn(server: Server): ReturnType<typeof reporterToken> {
  const known = tokens.get(server) ?? reporterToken(server);
  tokens.set(server, known);
  return known;
}

/** Uploads photos of the sample data as a phone does; answers their ids. */
async function sendPhotos(server: Server, token: Record<string, string>, names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const bytes = readFileSync(join(__dirname, '../data/photos', name));
    const about = { name, sizeBytes: bytes.length, contentType: 'image/jpeg' };
    const { id, upload } = await call<{ id: string; upload: { url: string } }>(
      server,
      'POST',
      '/files',
      about,
      token,
    );
    const headers = { 'content-type': about.contentType };
    await fetch(new URL(upload.url, server.base), { method: 'PUT', headers, body: new Uint8Array(bytes) });
    await call(server, 'POST', `/files/${id}/complete`, {}, token);
    ids.push(id);
  }
  return ids;
}

/** A report as a reporter sends it, about a matter by its name or without one, with photos; answers its number. */
export async function makeReport(
  server: Server,
  story: string,
  matterName?: string,
  photos: string[] = [],
): Promise<string> {
  const { token } = await signedIn(server);
  const files = await sendPhotos(server, token, photos);
  const found = matterName
    ? await call<{ items: { id: string }[] }>(
        server,
        'GET',
        `/public/matters?limit=1&q=${encodeURIComponent(matterName)}`,
      )
    : { items: [] };
  const matterId = found.items[0]?.id;
  const { number } = await call<{ number: string }>(
    server,
    'POST',
    '/orders',
    {
      channel: 'h5',
      reporter: { kind: 'person', name: '示例市民', phone },
      report: { stage: 'not-accepted', story, online: false, files, ...(matterId && { matterId }) },
      consent: true,
    },
    token,
  );
  return number;
}

export interface TourData {
  /** What the app keeps of a signed-in reporter. */
  session: { token: string; reporter: object };
  open: string;
  resolved: string;
  undecided: string;
}

/** A few orders in different states, made as people make them. */
export async function makeTourData(server: Server): Promise<TourData> {
  const handler = await staffCookie(server, 'renshe1');
  const { session } = await signedIn(server);
  const open = await makeReport(server, '材料都交了三次，窗口说系统里查不到，一直没有受理。', '社会保险登记');
  const resolved = await makeReport(server, '单位参保登记一直没有办下来，电话里说法不一样。', '社会保险登记');
  const undecided = await makeReport(server, '办什么手续我也说不清，反正跑了三个地方都说不归他们管。');
  const command = (number: string, name: string, body: Body) =>
    staffCommand(server, handler, number, name, body);
  for (const number of [open, resolved]) {
    await command(number, 'accept', {});
    await command(number, 'contact', { result: 'reached', means: 'phone' });
    await command(number, 'classify', { complexity: 'ordinary' });
  }
  await command(resolved, 'resolve', {
    found: '材料清单写得不清楚',
    done: '已当面受理，并改了材料清单',
    rule: '社会保险登记规定',
    result: 'solved',
    cause: 'unclear-guide',
  });
  return { session, open, resolved, undecided };
}
