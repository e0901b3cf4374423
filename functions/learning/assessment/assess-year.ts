import type { AssessmentResult } from '../../../shared/learning/assessment/result';
import { rankUnits, scoreUnit } from '../../../shared/learning/assessment/score';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { dayOf } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';
import { seesDistrict, workingUnits } from '../scope';
import { agreedExclusions } from './exclusions';
import { ruleOf } from './rules';
import { periodOf, unitRates } from './unit-rates';

/** A year as the figures stand now, for the units this person sees; ranks only where all are seen (spec 7). */
export async function assessYear(ctx: Context, year: number): Promise<AssessmentResult> {
  if (year > Number(dayOf(ctx.now()).slice(0, 4)))
    throw new RuleBroken('assessment.year-ahead', { path: 'year' }, 422);
  const seen = workingUnits(ctx);
  const [{ version, indicators }, rates, exclusions] = await Promise.all([
    ruleOf(ctx.db, year),
    unitRates(
      ctx,
      year,
      seen.map(({ id }) => id),
    ),
    agreedExclusions(ctx, year),
  ]);
  const scored = seen.map(({ id, name }) => {
    const found = rates.get(id);
    return { id, name, received: found?.received ?? 0, ...scoreUnit(indicators, found?.rates ?? new Map()) };
  });
  const ranks = seesDistrict(ctx) ? rankUnits(scored) : [];
  const units = scored.map((unit, at) => ({ ...unit, rank: ranks[at] ?? null }));
  units.sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || (b.score ?? -1) - (a.score ?? -1));
  return { year, ...periodOf(year), ruleVersion: version, indicators, units, exclusions };
}
