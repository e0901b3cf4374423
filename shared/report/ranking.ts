import { type Counted, countedOf, type FrozenGroup, shareOf } from './report-figures';

/** No rank below this many (spec 7). */
export const leastForRank = 10;

export interface Ranked {
  name: string;
  counted: Counted;
  share: number;
}

/** Those with at least ten to count, the best first; equal shares by the larger number, then by name. */
export function ranking(groups: readonly FrozenGroup[], id: string): Ranked[] {
  return groups
    .flatMap((group) => {
      const counted = countedOf(group, id);
      const share = shareOf(counted);
      return group.key !== null && share !== null && (counted[1] ?? 0) >= leastForRank
        ? [{ name: group.name, counted, share }]
        : [];
    })
    .sort(
      (a, b) => b.share - a.share || (b.counted[1] ?? 0) - (a.counted[1] ?? 0) || (a.name < b.name ? -1 : 1),
    );
}

/** The first and the last of a ranking, none of them in both; the last only where something is missing to 100 %. */
export function bestAndWorst(ranked: readonly Ranked[], most = 3): { best: Ranked[]; worst: Ranked[] } {
  const best = ranked.slice(0, Math.min(most, Math.ceil(ranked.length / 2)));
  const worst = ranked
    .slice(best.length)
    .slice(-most)
    .filter(({ share }) => share < 100)
    .reverse();
  return { best, worst };
}
