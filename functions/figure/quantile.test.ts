import fc from 'fast-check';
import { quantilesOf } from './quantile';
import { quantile } from './testing/plainly';

it('finds the quantiles of any times equal to those of all times sorted', () => {
  const times = fc.oneof(
    fc.array(fc.nat(50), { maxLength: 60 }),
    fc.array(fc.nat(2_000_000), { minLength: 5000, maxLength: 9000 }),
    fc.array(fc.nat(30), { minLength: 5000, maxLength: 9000 }),
  );
  fc.assert(
    fc.property(times, (minutes) => {
      const expected = [0, 0.5, 0.9, 1].map((share) => quantile(minutes, share));
      expect(quantilesOf(Int32Array.from(minutes), [0, 0.5, 0.9, 1])).toEqual(expected);
    }),
    { numRuns: 60, seed: 5 },
  );
});
