import fc from 'fast-check';
import { coarsen } from './dictionary';
import { leastPeople, merged, mergeSmall, type OpenGroup } from './merge-small';

const value = fc.constantFrom('甲', '乙', '丙');
const group: fc.Arbitrary<OpenGroup> = fc
  .record({
    dimensions: fc.array(value, { minLength: 6, maxLength: 6 }),
    n: fc.integer({ min: 1, max: 9 }),
    parts: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 2 }),
  })
  .map(({ dimensions, n, parts }) => ({
    dimensions,
    n,
    measures: parts.map(([of, count]) => [Math.min(of, n), Math.min(of, count, n)]),
  }));
const groups = fc.array(group, { maxLength: 60 });
const peopleOf = (rows: readonly { n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);

it('no line, no number and no difference of numbers in a line tells of one to four people', () => {
  fc.assert(
    fc.property(groups, (given) => {
      for (const { n, cells } of mergeSmall(given, coarsen)) {
        expect(n).toBeGreaterThanOrEqual(leastPeople);
        for (let at = 0; at < cells.length; at += 2) {
          const [of = null, count = null] = cells.slice(at, at + 2);
          const shown = [
            of,
            count,
            of === null ? null : n - of,
            of === null || count === null ? null : of - count,
          ];
          for (const number of shown)
            expect(number === null || number === 0 || number >= leastPeople).toBe(true);
        }
      }
    }),
  );
});

it('everybody is counted once: the lines add up to all, and no two lines are alike', () => {
  fc.assert(
    fc.property(groups, (given) => {
      const rows = mergeSmall(given, coarsen);
      const all = peopleOf(given);
      expect(peopleOf(rows)).toBe(all < leastPeople ? 0 : all);
      expect(new Set(rows.map(({ dimensions }) => dimensions.join())).size).toBe(rows.length);
    }),
  );
});

it('the order of what comes in changes nothing', () => {
  fc.assert(
    fc.property(groups, (given) => {
      expect(mergeSmall([...given].reverse(), coarsen)).toEqual(mergeSmall(given, coarsen));
    }),
  );
});

it('what is large enough stays as it is, what is small gives way from the last column on', () => {
  const of = (dimensions: string[], n: number): OpenGroup => ({ dimensions, n, measures: [] });
  const given = [
    of(['一', '甲', '事', '个人', '窗口', '城桥'], 6),
    of(['一', '甲', '事', '个人', '窗口', '堡镇'], 3),
    of(['一', '甲', '事', '个人', '窗口', '新河'], 2),
    of(['一', '甲', '事', '企业', '电话', '新河'], 1),
  ];
  expect(mergeSmall(given, coarsen).map(({ dimensions, n }) => [...dimensions, n])).toEqual([
    ['一', '甲', '事', '个人', '窗口', '城桥', 6],
    [merged, merged, merged, merged, merged, merged, 6],
  ]);
});
