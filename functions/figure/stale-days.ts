import { dayNumberOf } from '../../shared/figure/share';
import type { orderFigure } from '../db/schema';

type Figure = typeof orderFigure.$inferInsert;

/** What a day's pack holds of an order; null where it holds nothing. */
function packedOf(figure: Figure | undefined) {
  if (!figure?.lastResolvedAt || !figure.acceptedAt) return null;
  const { unitId, channel, town, stage, reporterKind, complexity, cause } = figure;
  const { workMinutes, naturalMinutes, firstWorkMinutes, firstNaturalMinutes } = figure;
  const minutes = [workMinutes, naturalMinutes, firstWorkMinutes, firstNaturalMinutes];
  const day = dayNumberOf(figure.lastResolvedAt);
  const held = JSON.stringify([unitId, channel, town, stage, reporterKind, complexity, cause, ...minutes]);
  return { day, held };
}

/** The days whose packs change when these figures take the place of those known before. */
export function staleDays(before: readonly Figure[], after: readonly Figure[]): { day: number }[] {
  const known = new Map(before.map((figure) => [figure.orderId, figure]));
  const days = after.flatMap((figure) => {
    const [old, now] = [packedOf(known.get(figure.orderId)), packedOf(figure)];
    if (old?.day === now?.day && old?.held === now?.held) return [];
    return [old, now].flatMap((each) => each?.day ?? []);
  });
  return [...new Set(days)].map((day) => ({ day }));
}
