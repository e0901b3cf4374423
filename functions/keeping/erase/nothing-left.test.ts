import pino from 'pino';
import { createApp } from '../../http/app';
import { jobs } from '../../start/run-jobs';
import { startWorld, type TestWorld } from '../../testing/database';
import { signIn, staff } from '../../testing/people';
import { anonymiseOld } from './keep-years';
import { answeredPlaces } from './testing/answered-places';
import { findSaid, tokensLeft } from './testing/find-said';
import { makePapers } from './testing/papers';
import { must, type Said, visit, wholeLife } from './testing/said';
import { filePlaces, storedPlaces } from './testing/stored-places';

let world: TestWorld;
const log: string[] = [];
const people = ['duban', 'paidan', 'renshe1', 'renshe-lingdao', 'guanli'];

beforeAll(async () => {
  const made = await startWorld();
  const line = { write: (text: string) => void log.push(text) };
  const deps = { ...made.deps, log: pino({ level: 'trace', base: null }, line) };
  world = { ...made, deps, app: createApp(deps, { requestsPerMinute: 1_000_000 }) };
}, 120_000);
afterAll(() => world.close());

async function runJobs(): Promise<void> {
  for (const job of jobs) await job.run(world.deps);
}

/** Staff look, search, export and fail with the reporter's words in hand, and a server that cannot go on writes its log. */
async function trouble({ number, words, phone }: Said): Promise<void> {
  const supervisor = await staff(world, 'duban');
  const cookie = await signIn(world, 'duban');
  await must(supervisor.call('POST', `/orders/${number}/reveal`, { reason: '核对联系方式' }));
  for (const word of [words[0] ?? '', phone]) {
    const q = encodeURIComponent(word);
    await must(supervisor.call('GET', `/desk/orders?q=${q}`));
    const taken = await world.app.request(`/api/console/ledger.xlsx?q=${q}`, { headers: { cookie } });
    expect(taken.status).toBe(200);
    await taken.arrayBuffer();
    await must(supervisor.call('POST', '/console/views', { name: `找${word.slice(0, 2)}`, query: `q=${q}` }));
  }
  await (await staff(world, 'chuangkou')).call('POST', '/intake/callers', { phone });
  const unknown = await supervisor.call('POST', `/orders/${number}/note`, { text: words[0], phone });
  expect(unknown.status).toBe(400);
  await world.owner.query('alter table file rename to file_away');
  const failed = await supervisor.call('GET', `/orders/${number}`);
  expect(failed.status).toBe(500);
  await world.owner.query('alter table file_away rename to file');
}

/** Figures as the pages show them; hot issues and lists of orders aside, which tell of words. */
async function figures(): Promise<Record<string, unknown>> {
  const supervisor = await staff(world, 'duban');
  const period = 'from=2026-01-01&to=2026-12-31';
  const groups = ['unit', 'matter', 'channel', 'town', 'stage', 'cause', 'complexity', 'kind', 'month'];
  const paths = [
    `/figures/summary?${period}`,
    ...groups.map((group) => `/figures/groups?${period}&by=${group}`),
    `/figures/heat?${period}`,
    `/figures/returns?${period}`,
    '/figures/custody?from=2026-01&to=2026-12',
    '/learning/assessment?year=2026',
  ];
  const answers: [string, unknown][] = [];
  for (const path of paths) answers.push([path, await must(supervisor.call('GET', path))]);
  return Object.fromEntries(answers);
}
const verify = async () => must((await staff(world, 'jiancha')).call('POST', '/audit/verify', {}));

interface Found {
  database: string[];
  files: string[];
  answers: string[];
  log: string[];
  tokens: number;
}
async function search(of: Said[], ids: string[], staffNames = people): Promise<Found[]> {
  const numbers = of.map(({ number }) => number);
  const { places, unread } = await answeredPlaces(world, staffNames, { numbers, ids });
  if (staffNames === people) expect(unread).toEqual([]);
  const [stored, files] = [await storedPlaces(world), filePlaces(world)];
  const logged = new Map([['log', Buffer.from(log.join(''))]]);
  const found = of.map(async (said) => ({
    database: findSaid(world, stored, said),
    // The database's own log on disk may hold hashes until it is written over (docs/run-book.md), never words.
    files: findSaid(world, files, said).filter((line) => !line.includes(': hash of')),
    answers: findSaid(world, places, said),
    log: findSaid(world, logged, said),
    tokens: await tokensLeft(world, said),
  }));
  return Promise.all(found);
}
const nothing: Found = { database: [], files: [], answers: [], log: [], tokens: 0 };

/** What a search must find while the words are there, or it proves nothing later. */
function expectFound(before: Found, { words, name, phone }: Said): void {
  const clear = [...words, name, phone].map((word) => `all that opens: ${word}`);
  const hashes = [
    '"order".phone_index: hash of the telephone',
    '"order".query_code_hash: hash of the query code',
  ];
  expect(before.database).toEqual(
    expect.arrayContaining([...clear, ...hashes.map((each) => `public.${each}`)]),
  );
  expect(before.files).toEqual([expect.stringMatching(/files.objects.*: photo$/)]);
  for (const [address, what] of [
    ['evidence.zip', words[0]],
    ['evidence.zip', 'photo'],
    ['ledger.xlsx', words[0]],
    ['/desk/orders', words[0]],
    ['/api/orders/', words[3]],
  ])
    expect(before.answers).toContainEqual(expect.stringMatching(new RegExp(`${address}.*: ${what}$`)));
  expect(before.tokens).toBe(1);
  expect(before.log).toEqual([]);
}

/** The district's own callback, after which an order that nobody evaluated is closed. */
async function callBack(number: string): Promise<void> {
  const centre = await staff(world, 'paidan');
  await must(
    centre.call('POST', `/orders/${number}/district-callback`, { result: 'confirmed', satisfaction: 4 }),
  );
}

let ids: string[] = [];

it('leaves nothing of a reporter’s words anywhere once they are erased, and could have found them before', async () => {
  const { said, who } = await wholeLife(world, '13800000701', '甲');
  ids = await makePapers(world, said.number);
  await runJobs();
  await trouble(said);
  expect(log).toContainEqual(expect.stringContaining('request failed'));
  const [before = nothing] = await search([said], ids);
  expectFound(before, said);
  expect(before.answers).toContainEqual(expect.stringMatching(/desk.outbox: 甲.*答复$/));
  expect(before.database).toEqual(
    expect.arrayContaining(
      ['idempotency.body_hash: hash of the body', 'attempt.key: hash of the telephone'].map(
        (each) => `public.${each}`,
      ),
    ),
  );
  const [figuresBefore, verdict] = [await figures(), await verify()];
  expect(await must(who.call('POST', '/reporter/erasure', {}))).toMatchObject({ erased: 1, account: true });
  await runJobs();
  expect(await search([said], ids)).toEqual([nothing]);
  expect(await figures()).toEqual(figuresBefore);
  expect(await verify()).toMatchObject({ whole: true });
  expect(verdict).toMatchObject({ whole: true });
}, 240_000);

it('leaves nothing either of what was anonymised after three years, nor of an account without any report left', async () => {
  const visited = await visit(world, '13800000702', '乙');
  const { said } = await wholeLife(world, '13800000703', '丙');
  for (const days of [40, 3 * 365 + 2]) {
    world.now.at += days * 86_400_000;
    if (days === 40) await callBack(visited.number);
    for (const job of jobs) if (job.name !== 'anonymise-old') await job.run(world.deps);
  }
  const of = [visited, said];
  for (const [at, before] of (await search(of, ids, ['duban', 'renshe1'])).entries())
    expectFound(before, of[at] ?? said);
  const figuresBefore = await figures();
  expect(await anonymiseOld(world.deps)).toBeGreaterThanOrEqual(2);
  expect(await search(of, ids, ['duban', 'renshe1'])).toEqual([nothing, nothing]);
  expect(await figures()).toEqual(figuresBefore);
  expect(await verify()).toMatchObject({ whole: true });
}, 240_000);
