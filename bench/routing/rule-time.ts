import { decideRoute, type MatterOwner, type PlaceRule, type RouteInput } from '../../shared/routing/decide';
import { indexRules } from '../../shared/routing/index-rules';
import { sequence } from '../../shared/routing/linear-solver';

const matters = 5_000;
const places = 200;
const decisions = 100_000;
const validity = { validFrom: '2020-01-01', validTo: null };

function makeOwners(): MatterOwner[] {
  return Array.from({ length: matters }, (_, at) => at).flatMap((at): MatterOwner[] => {
    const matterId = `matter-${at}`;
    if (at % 4 > 0) return [{ matterId, unitId: `unit-${at % 60}`, placeKey: null, ...validity }];
    return Array.from({ length: places }, (_, place) => ({
      matterId,
      unitId: `unit-${place}`,
      placeKey: `place-${place}`,
      ...validity,
    }));
  });
}

/** Time of one decision in milliseconds, median and the slowest of a thousand, with a quarter of matters owned at every place. */
export function measureRules(): { owners: number; indexMs: number; medianMs: number; p999Ms: number } {
  const owners = makeOwners();
  const rules: PlaceRule[] = Array.from({ length: places }, (_, place) => ({
    placeKey: `place-${place}`,
    unitId: `unit-${place}`,
    ...validity,
  }));
  const started = performance.now();
  const index = indexRules(owners, rules, () => true);
  const indexMs = performance.now() - started;
  const next = sequence(3);
  const times = Array.from({ length: decisions }, () => {
    const input: RouteInput = {
      appealed: false,
      returnedCount: 0,
      hallUnitId: null,
      hallKnown: false,
      stage: 'not-accepted',
      placeUnitId: null,
      placeTown: `place-${Math.floor(next() * places)}`,
      matterId: next() < 0.9 ? `matter-${Math.floor(next() * matters)}` : null,
      at: Date.UTC(2026, 10, 23),
    };
    const from = performance.now();
    decideRoute(input, index.rulesFor(input));
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(decisions * share)] ?? 0;
  return { owners: owners.length, indexMs, medianMs: at(0.5), p999Ms: at(0.999) };
}
