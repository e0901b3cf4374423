/** Fewer people than this are never told apart (spec 7: open data identify nobody). */
export const leastPeople = 5;
/** Stands where a value was merged away. */
export const merged = '（合并）';

/** Orders alike in all their dimensions: how many, and of these [how many can be judged, how many fulfil it] each. */
export interface OpenGroup {
  dimensions: string[];
  n: number;
  measures: [of: number, count: number][];
}
/** A published line; null stands for a number that would tell of fewer than five people. */
export interface OpenRow {
  dimensions: string[];
  n: number;
  cells: (number | null)[];
}

const keyOf = (dimensions: readonly string[]) => JSON.stringify(dimensions);

function regroup(groups: readonly OpenGroup[]): OpenGroup[] {
  const found = new Map<string, OpenGroup>();
  for (const { dimensions, n, measures } of groups) {
    const known = found.get(keyOf(dimensions));
    if (!known) {
      found.set(keyOf(dimensions), { dimensions, n, measures: measures.map(([of, count]) => [of, count]) });
      continue;
    }
    known.n += n;
    for (const [at, [of, count]] of measures.entries()) {
      const sum = known.measures[at];
      if (sum) known.measures[at] = [sum[0] + of, sum[1] + count];
    }
  }
  return [...found.values()];
}

const without = (group: OpenGroup, at: number): OpenGroup => ({
  ...group,
  dimensions: group.dimensions.map((value, each) => (each === at ? merged : value)),
});

/** The rest that is still too small takes in the smallest other group, until it is large enough. */
function fillRest(groups: OpenGroup[]): OpenGroup[] {
  const all = (group: OpenGroup) => ({ ...group, dimensions: group.dimensions.map(() => merged) });
  let left = groups;
  for (;;) {
    const small = left.find(({ n }) => n < leastPeople);
    if (!small) return left;
    const others = left
      .filter((group) => group !== small)
      .sort((a, b) => a.n - b.n || (keyOf(a.dimensions) < keyOf(b.dimensions) ? -1 : 1));
    const [next, ...rest] = others;
    if (!next) return [];
    left = regroup([all(small), all(next), ...rest]);
  }
}

/** A number may stand when it and what is missing to the whole are nobody or five people at least. */
const tells = (part: number, whole: number) =>
  (part === 0 || part >= leastPeople) && (part === whole || whole - part >= leastPeople);

/**
 * Merges groups of fewer than five, one dimension after the other in the order of `coarsen`, until every line stands for
 * five people or more; then blanks what could be reckoned down to fewer. The lines are a partition: nothing can be found
 * by taking one from another. Fewer than five in all give no line.
 */
export function mergeSmall(groups: readonly OpenGroup[], coarsen: readonly number[]): OpenRow[] {
  let left = regroup(groups);
  for (const at of coarsen)
    left = regroup(left.map((group) => (group.n < leastPeople ? without(group, at) : group)));
  return fillRest(left)
    .map(({ dimensions, n, measures }) => ({
      dimensions,
      n,
      cells: measures.flatMap(([of, count]) => {
        const base = tells(of, n) ? of : null;
        return [base, base !== null && tells(count, of) ? count : null];
      }),
    }))
    .sort((a, b) => (keyOf(a.dimensions) < keyOf(b.dimensions) ? -1 : 1));
}
