import type { MatterOwner } from './decide';
import { dryRun, type PastOrder } from './dry-run';
import { indexRules } from './index-rules';

const owner = (matterId: string, unitId: string): MatterOwner => ({
  matterId,
  unitId,
  placeKey: null,
  validFrom: '2026-01-01',
  validTo: null,
});
const order = (orderId: string, matterId: string, finalUnitId: string | null): PastOrder => ({
  orderId,
  finalUnitId,
  matterId,
  appealed: false,
  returnedCount: 0,
  hallUnitId: null,
  hallKnown: false,
  stage: 'other',
  placeUnitId: null,
  placeTown: null,
  at: Date.UTC(2026, 5, 1),
});

describe('dryRun', () => {
  const before = indexRules([owner('kept', 'a'), owner('moved', 'a'), owner('dropped', 'a')], [], () => true);
  const after = indexRules([owner('kept', 'a'), owner('moved', 'b'), owner('added', 'b')], [], () => true);
  const orders = [
    order('1', 'kept', 'a'),
    order('2', 'moved', 'b'),
    order('3', 'dropped', 'a'),
    order('4', 'added', 'a'),
    order('5', 'added', null),
  ];
  const result = dryRun(orders, before, after);

  it('tells which orders would have gone elsewhere, and whether that is where they finally went', () => {
    expect(result.rows.map(({ changed, agreesWithFinal }) => [changed, agreesWithFinal])).toEqual([
      [false, true],
      [true, true],
      [true, null],
      [true, false],
      [true, null],
    ]);
  });
  it('counts what changed, was newly decided, and was lost', () => {
    expect(result).toMatchObject({ changed: 4, newlyDecided: 2, newlyUndecided: 1 });
  });
});
