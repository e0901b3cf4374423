import { staticPages } from '../start/static-pages';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../testing/people';
import { createApp } from './app';

let world: TestWorld;
let reporterOne: Caller;
let supervisor: Caller;
let number: string;
beforeAll(async () => {
  world = await startWorld();
  reporterOne = await reporter(world, '13800000001');
  supervisor = await staff(world, 'duban');
  const sent = await reporterOne.call(
    'POST',
    '/orders',
    aReport({}, { matterId: await matterId(world, '社会保险登记') }),
  );
  number = String(sent.body.number);
}, 120_000);
afterAll(() => world.close());

interface Route {
  method: string;
  path: string;
  properties: string[];
}

/** Every route that takes a body, as the OpenAPI document lists it. */
async function routes(): Promise<Route[]> {
  const answer = await world.app.request('/openapi.json');
  const spec = (await answer.json()) as { openapi: string; paths: Record<string, Record<string, never>> };
  expect(spec.openapi).toBe('3.1.0');
  return Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, about]) => {
      const body = (
        about as { requestBody?: { content: Record<string, { schema: { properties?: object } }> } }
      ).requestBody;
      const properties = Object.keys(body?.content['application/json']?.schema.properties ?? {});
      const at = path
        .replace(/^\/api/, '')
        .replace('{number}', number)
        .replace(':number', number);
      return body ? [{ method: method.toUpperCase(), path: at, properties }] : [];
    }),
  );
}

const hostile: [string, unknown][] = [
  ['a number', 12],
  ['a list', [{ nested: [] }]],
  ['nothing', null],
  ['an object', { $gt: '' }],
  ['two million letters', 'x'.repeat(2_000_000)],
  ['a NUL', 'a\u0000b'],
  ['SQL', `'; drop table "order"; --`],
  ['HTML', '<script>alert(1)</script>'],
  ['right-to-left marks', '\u202Eabc'],
  ['emoji', '👨‍👩‍👧‍👦'.repeat(50)],
];

it('answers every bad body of every route with a problem that names the field, never with a 5xx', async () => {
  const all = await routes();
  expect(all.length).toBeGreaterThan(45);
  for (const { method, path, properties } of all) {
    for (const who of [reporterOne, supervisor, nobody(world)]) {
      for (const body of [{}, [], 'text', null, { unknown: 1 }]) {
        const answer = await who.call(method, path, body);
        expect({ path, body, status: answer.status }).toMatchObject({ status: expect.any(Number) });
        if (answer.status >= 500) throw new Error(`${path} ${JSON.stringify(body)}: ${answer.status}`);
        if (answer.status < 400) expect(body).toEqual({});
        else
          expect(answer.body).toMatchObject({
            title: expect.any(String),
            code: expect.any(String),
            status: answer.status,
          });
      }
    }
    for (const [what, value] of hostile) {
      const answer = await supervisor.call(
        method,
        path,
        Object.fromEntries(properties.map((name) => [name, value])),
      );
      const words = ['SQL', 'HTML', 'right-to-left marks', 'emoji'].includes(what);
      if (answer.status >= 500 || (answer.status < 400 && !words))
        throw new Error(`${path} with ${what}: ${answer.status}`);
      if (answer.status === 400)
        expect(answer.body.errors).toEqual(
          expect.arrayContaining([{ path: expect.any(String), message: expect.any(String) }]),
        );
    }
  }
}, 120_000);

it.each(['{"a":', 'not json', '"\\ud800"', ''])('answers %j as a body with a 4xx problem', async (body) => {
  const answer = await world.app.request('/api/reporter/sms-codes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

it('keeps what people write as text: emoji, right-to-left, HTML and SQL come back to the letter', async () => {
  const story = `<img src=x onerror=alert(1)> '; drop table "order"; -- 👨‍👩‍👧 \u202Eabc 写了十个字以上`;
  const sent = await reporterOne.call('POST', '/orders', aReport({}, { story }));
  expect(sent.status).toBe(201);
  expect((await reporterOne.call('GET', `/orders/${sent.body.number}`)).body.story).toBe(story);
});

it.each(['CM1', '../../etc/passwd', 'CM20261118000010', '%00', `CM2026'--`])(
  'answers the number %j with 404',
  async (wrong) => {
    expect((await supervisor.call('GET', `/orders/${encodeURIComponent(wrong)}`)).status).toBe(404);
  },
);

it.each(['/%E0%A4%A', '/console/%ff', '/api/files/blob/%E0%A4%A'])(
  'answers the address %s, which spells nothing, with 404',
  async (address) => {
    const app = createApp(world.deps);
    app.use('/console/*', staticPages(world.dataDir, '/console/'));
    app.use('/*', staticPages(world.dataDir, '/'));
    expect((await app.request(`${address}?method=GET&type=image/jpeg`)).status).toBe(404);
  },
);
