import { seedId } from '../db/seed/units';
import { startWorld, type TestWorld } from '../testing/database';
import { type Caller, staff } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

/** Every title this person can turn pages to, the newest first. */
async function titles(who: Caller): Promise<string[]> {
  const found: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next ? `&cursor=${encodeURIComponent(next)}` : '';
    const { status, body } = await who.call('GET', `/desk/bulletins?limit=4${cursor}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    found.push(...(body.items as { title: string }[]).map(({ title }) => title));
    next = body.next as string | null;
  }
  return found;
}

it('shows each unit the bulletins that name it, however many name others, and the supervisor and inspection all', async () => {
  const supervisor = await staff(world, 'duban');
  const publish = (title: string, unit: string) =>
    supervisor.call('POST', '/desk/bulletins', { title, text: '请整改。', unitIds: [seedId(unit)] });
  await publish('关于社会保险登记的通报', '区人力资源社会保障局');
  const others = Array.from({ length: 9 }, (_, at) => `关于医保报销的通报（${at + 1}）`);
  for (const title of others) {
    world.now.at += 60_000;
    await publish(title, '区医保局');
  }
  const all = [...[...others].reverse(), '关于社会保险登记的通报'];
  const seen: [string, string[]][] = [
    ['renshe1', ['关于社会保险登记的通报']],
    ['yibao1', [...others].reverse()],
    ['duban', all],
    ['jiancha', all],
    ['paidan', []],
    ['guanli', []],
  ];
  for (const [username, expected] of seen)
    expect([username, await titles(await staff(world, username))]).toEqual([username, expected]);
});
