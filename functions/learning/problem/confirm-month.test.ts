import { startWorld, type TestWorld } from '../../testing/database';
import { type Caller, nobody, staff } from '../../testing/people';
import { health, labour } from '../testing/problem-desk';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

const lead = () => staff(world, 'renshe-lingdao');
const confirm = async (who: Caller, month: string, unitId = labour) => {
  const { status, body: said } = await who.call('POST', '/learning/confirmations', { unitId, month });
  return [status, said.code ?? 'saved'];
};

it('is a word that each unit’s head gives once, for this month or the last', async () => {
  const unit = await lead();
  expect(await confirm(unit, '2026-11')).toEqual([200, 'saved']);
  expect(await confirm(unit, '2026-11')).toEqual([409, 'confirmation.already']);
  expect(await confirm(unit, '2026-10')).toEqual([200, 'saved']);
  expect(await confirm(unit, '2026-09')).toEqual([422, 'confirmation.month']);
  expect(await confirm(unit, '2026-12')).toEqual([422, 'confirmation.month']);
  expect(await confirm(unit, '2026-11', health)).toEqual([404, 'unit.not-found']);
  expect(await confirm(await staff(world, 'renshe1'), '2026-11')).toEqual([403, 'confirmation.not-yours']);
  expect(await confirm(await staff(world, 'duban'), '2026-11')).toEqual([403, 'confirmation.not-yours']);
  expect((await confirm(nobody(world), '2026-11'))[0]).toBe(401);
});

it('shows the district who has not given the month’s word, first', async () => {
  const { body: page } = await (await staff(world, 'paidan')).call(
    'GET',
    '/learning/confirmations?month=2026-11',
  );
  const items = page.items as { unit: { id: string }; confirmedBy: string | null; mayConfirm: boolean }[];
  expect(page.missing).toBe(items.length - 1);
  expect(items.at(-1)).toMatchObject({ unit: { id: labour }, confirmedBy: '示例局负责人' });
  expect(items.some((each) => each.mayConfirm)).toBe(false);
});
