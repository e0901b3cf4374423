import fc from 'fast-check';
import { addMinutes, noMinutes, quantilesOf } from './minutes';
import { quantile } from './testing/plainly';

const shares = [0, 0.5, 0.9, 1];

it('finds the quantiles of any times equal to those of all times sorted', () => {
  const few = fc.array(fc.nat(50), { maxLength: 60 });
  const many = fc.array(fc.nat(40_000), { minLength: 5000, maxLength: 9000 });
  const alike = fc.array(fc.nat(30), { minLength: 5000, maxLength: 9000 });
  const far = fc.array(fc.integer({ min: 100_000, max: 2_000_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(fc.oneof(few, many, alike, far), { maxLength: 5 }), (parts) => {
      const minutes = noMinutes();
      for (const part of parts) addMinutes(minutes, Int32Array.from(part));
      const all = parts.flat();
      expect(minutes.n).toBe(all.length);
      expect(quantilesOf(minutes, shares)).toEqual(shares.map((share) => quantile(all, share)));
    }),
    { numRuns: 60, seed: 5 },
  );
});

it('takes those alone that stand at the places given', () => {
  const minutes = noMinutes();
  addMinutes(minutes, Int32Array.from([5, 900_000, 7, 1]), Int32Array.from([0, 2]));
  expect([minutes.n, ...quantilesOf(minutes, shares)]).toEqual([2, 5, 6, 6.8, 7]);
});
