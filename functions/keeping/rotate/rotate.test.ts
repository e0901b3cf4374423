import { randomBytes } from 'node:crypto';
import { createApp } from '../../http/app';
import type { Deps } from '../../order/context';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, caller, matterId, reporter, staff } from '../../testing/people';
import { createVault } from '../../vault/create-vault';
import { rotateKeys } from './rotate-keys';

let world: TestWorld;
let matter: string;
const indexKey = randomBytes(32);
const [old, fresh] = [
  { id: 'old', key: randomBytes(32) },
  { id: 'new', key: randomBytes(32) },
];
const under = (deps: Deps, ...masterKeys: { id: string; key: Buffer }[]): Deps => ({
  ...deps,
  vault: createVault({ masterKeys, indexKey, algorithm: 'aes-256-gcm' }),
});
/** The same system as an instance with these keys serves it. */
function serving(...keys: { id: string; key: Buffer }[]): TestWorld {
  const deps = under(world.deps, ...keys);
  return { ...world, deps, app: createApp(deps, { requestsPerMinute: 1_000_000 }) };
}
const report = async (who: Caller, story: string) => {
  const { body, status } = await who.call('POST', '/orders', aReport({}, { matterId: matter, story }));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.number);
};

beforeAll(async () => {
  world = await startWorld();
  matter = await matterId(world, '社会保险登记');
}, 120_000);
afterAll(() => world.close());

it('moves everything to the new key while reports come in and are read, and the old key can go', async () => {
  const before = await reporter(serving(old), '13800000501');
  const stories: [string, string][] = [];
  for (let at = 0; at < 12; at += 1) {
    const story = `轮换以前写下的第 ${at} 段话，轮换以后还要读得到。`;
    stories.push([await report(before, story), story]);
  }
  const both = serving(fresh, old);
  const as = (one: TestWorld) => caller(one, { authorization: `Bearer ${before.token}` });
  const during = as(both);
  // An instance that is not restarted yet knows both keys and still seals under the old one.
  const slow = as(serving(old, fresh));
  let stop = false;
  const load = (async () => {
    for (let at = 0; !stop; at += 1) {
      const story = `轮换当中写下的第 ${at} 段话，一个字也不能丢。`;
      stories.push([await report(at % 2 ? during : slow, story), story]);
      const [number, said] = stories[at % stories.length] ?? ['', ''];
      expect((await during.call('GET', `/orders/${number}`)).body.story).toBe(said);
    }
  })();
  const first = await rotateKeys(both.deps);
  stop = true;
  await load;
  expect(first.moved).toBeGreaterThan(12);
  const last = await rotateKeys(both.deps);
  expect(last.held).toEqual([]);
  expect(await rotateKeys(both.deps)).toEqual({ moved: 0, held: [] });
  const alone = serving(fresh);
  const after = as(alone);
  for (const [number, story] of stories)
    expect((await after.call('GET', `/orders/${number}`)).body.story).toBe(story);
  const inspector = await staff(alone, 'jiancha');
  expect((await inspector.call('POST', '/audit/verify', {})).body).toMatchObject({ whole: true });
}, 60_000);

it('names what still needs an older key, also where it does not know the column', async () => {
  const sealed = under(world.deps, old).vault.sealMaster('示例', 'somewhere');
  await world.owner.query("update staff set name = $1 where username = 'renshe2'", [sealed]);
  expect((await rotateKeys(under(world.deps, fresh, old))).held).toEqual(['staff.name']);
});
