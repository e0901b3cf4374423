import { joinPairs } from './keywords';
import { normalise } from './normalise';
import { type Bag, emptyPairs, fileBag, type Pairs } from './pair-bag';

export interface ClusterItem {
  id: string;
  text: string;
  at: number;
}

export interface ReportCluster {
  ids: string[];
  /** The words that stand in most of the reports, for a heading. */
  title: string;
  /** The report nearest to all others. */
  centralId: string;
  size: number;
  /** Reports of this period and of the one before it. */
  now: number;
  before: number;
}

/** A report's pairs with their weights, the whole of length one. */
interface Vector {
  pairs: number[];
  weights: number[];
}

interface Member {
  item: ClusterItem;
  vector: Vector;
}

interface Group {
  members: Member[];
  /** Square of the length of the sum of its members. */
  squares: number;
}

/** The groups that hold a pair, and the sum of its weights in each. */
interface Held {
  groups: number[];
  sums: number[];
}

/** Everything gathered so far: reports are added one by one, each meets only groups that share its rarest words. */
interface Board {
  pairs: Pairs;
  groups: Group[];
  groupsByKey: number[][];
  /** By pair; only of those that stand in more than one report. */
  held: Held[];
}

const keysPerReport = 16;
const keysToShare = 2;
const groupsPerKey = 60;
const nearEnough = 0.25;
const wordsForTitle = 10;
/** A word of one report alone cannot bring it near to another; it only says how much else there is. */
const lonelyWeight = 0.5;

function vectorOf({ filed, standsIn }: Pairs, { pairs, times }: Bag): Vector {
  let squares = 0;
  const weights = pairs.map((pair, at) => {
    const reports = standsIn[pair] ?? 1;
    const rarity = Math.log((1 + filed) / reports) * (reports > 1 ? 1 : lonelyWeight);
    const weight = (1 + Math.log(times[at] ?? 1)) * rarity;
    squares += weight * weight;
    return weight;
  });
  const length = Math.sqrt(squares) || 1;
  return { pairs, weights: weights.map((weight) => weight / length) };
}

/** The words a report meets others by: its weightiest that stand in at least one more report. */
function keysOf({ standsIn }: Pairs, { pairs, weights }: Vector): number[] {
  const heaviest: number[] = [];
  for (let at = 0; at < pairs.length; at += 1) {
    const weight = weights[at] ?? 0;
    const full = heaviest.length === keysPerReport;
    const least = weights[heaviest[keysPerReport - 1] ?? -1] ?? 0;
    if ((standsIn[pairs[at] ?? -1] ?? 0) < 2 || (full && weight <= least)) continue;
    let place = full ? keysPerReport - 1 : heaviest.length;
    for (; place > 0 && (weights[heaviest[place - 1] ?? -1] ?? 0) < weight; place -= 1)
      heaviest[place] = heaviest[place - 1] ?? 0;
    heaviest[place] = at;
  }
  return heaviest.map((at) => pairs[at] ?? -1);
}

/** The product of a report with each group's sum, pair by pair. */
function products({ groups, held }: Board, { pairs, weights }: Vector): Float64Array {
  const dots = new Float64Array(groups.length);
  for (let at = 0; at < pairs.length; at += 1) {
    const there = held[pairs[at] ?? -1];
    if (!there) continue;
    const weight = weights[at] ?? 0;
    for (let nth = 0; nth < there.groups.length; nth += 1) {
      const group = there.groups[nth] ?? 0;
      dots[group] = (dots[group] ?? 0) + weight * (there.sums[nth] ?? 0);
    }
  }
  return dots;
}

/** The groups that share enough of these keys, in the order they are met in. */
function groupsNear({ groups, groupsByKey }: Board, keys: readonly number[]): number[] {
  const shared = new Uint8Array(groups.length);
  const met: number[] = [];
  for (const key of keys) {
    for (const at of groupsByKey[key] ?? []) {
      if (shared[at] === 0) met.push(at);
      shared[at] = (shared[at] ?? 0) + 1;
    }
  }
  return met.filter((at) => (shared[at] ?? 0) >= keysToShare);
}

function nearestGroup(board: Board, vector: Vector, keys: readonly number[]): number | null {
  const candidates = groupsNear(board, keys);
  if (candidates.length === 0) return null;
  const dots = products(board, vector);
  let best: number | null = null;
  let most = nearEnough;
  for (const at of candidates) {
    const near = (dots[at] ?? 0) / (Math.sqrt(board.groups[at]?.squares ?? 0) || 1);
    if (near >= most) {
      best = at;
      most = near;
    }
  }
  return best;
}

function join({ groups, held, pairs: { standsIn } }: Board, at: number, member: Member): void {
  const group = groups[at];
  if (!group) return;
  group.members.push(member);
  const { pairs, weights } = member.vector;
  for (let nth = 0; nth < pairs.length; nth += 1) {
    const [pair, weight] = [pairs[nth] ?? 0, weights[nth] ?? 0];
    if ((standsIn[pair] ?? 0) < 2) {
      group.squares += weight * weight;
      continue;
    }
    const there = held[pair] ?? { groups: [], sums: [] };
    held[pair] = there;
    let place = there.groups.lastIndexOf(at);
    if (place < 0) place = there.groups.push(at) - 1;
    const old = there.sums[place] ?? 0;
    there.sums[place] = old + weight;
    group.squares += weight * (2 * old + weight);
  }
}

/** Puts a report to the group it is nearest to, or into one of its own. */
function placeReport(board: Board, item: ClusterItem, bag: Bag): void {
  const vector = vectorOf(board.pairs, bag);
  const keys = keysOf(board.pairs, vector);
  const found = nearestGroup(board, vector, keys);
  const at = found ?? board.groups.push({ members: [], squares: 0 }) - 1;
  join(board, at, { item, vector });
  for (const key of keys) {
    const known = board.groupsByKey[key] ?? [];
    board.groupsByKey[key] = known;
    if (known.includes(at)) continue;
    known.push(at);
    if (known.length > groupsPerKey) known.shift();
  }
}

function titleOf(
  { words }: Pairs,
  { members }: Group,
  sum: Map<number, number>,
  centralText: string,
): string {
  const standsIn = new Map<number, number>();
  for (const { vector } of members)
    for (const pair of vector.pairs) standsIn.set(pair, (standsIn.get(pair) ?? 0) + 1);
  const common = [...sum]
    .map(([pair, weight]) => {
      const share = (standsIn.get(pair) ?? 0) / members.length;
      return { pair, share, weight: weight * share * share };
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, wordsForTitle)
    .flatMap(({ pair }) => words[pair] ?? []);
  return joinPairs(common, normalise(centralText)).slice(0, 3).join('、');
}

/** The member nearest to all of its group; the one that came first among equals. */
function centralOf({ members, squares }: Group, sum: Map<number, number>): ClusterItem | undefined {
  const length = Math.sqrt(squares) || 1;
  let best: { item: ClusterItem; near: number } | undefined;
  for (const { item, vector } of members) {
    const dot = vector.pairs.reduce(
      (whole, pair, at) => whole + (vector.weights[at] ?? 0) * (sum.get(pair) ?? 0),
      0,
    );
    const near = dot / length;
    if (!best || near > best.near) best = { item, near };
  }
  return best?.item;
}

function describe(pairs: Pairs, group: Group): Pick<ReportCluster, 'ids' | 'title' | 'centralId'> {
  const sum = new Map<number, number>();
  for (const { vector } of group.members)
    for (const [at, pair] of vector.pairs.entries())
      sum.set(pair, (sum.get(pair) ?? 0) + (vector.weights[at] ?? 0));
  const central = centralOf(group, sum);
  return {
    ids: group.members.map(({ item }) => item.id),
    title: titleOf(pairs, group, sum, central?.text ?? ''),
    centralId: central?.id ?? '',
  };
}

/**
 * Hot issues: groups of two or more similar reports, those that grew most first, then the largest, at most so many
 * (spec 7); `to` is not part of the period. Near-linear in the number of reports.
 */
export function clusterReports(
  items: readonly ClusterItem[],
  { from, to }: { from: number; to: number },
  most = items.length,
): ReportCluster[] {
  const board: Board = { pairs: emptyPairs(), groups: [], groupsByKey: [], held: [] };
  const bags = items.map(({ text }) => fileBag(board.pairs, text));
  for (const [at, item] of items.entries()) {
    const bag = bags[at];
    if (bag) placeReport(board, item, bag);
  }
  const within = (members: Member[], first: number, end: number) =>
    members.filter(({ item }) => item.at >= first && item.at < end).length;
  return board.groups
    .filter(({ members }) => members.length > 1)
    .map((group) => ({
      group,
      size: group.members.length,
      now: within(group.members, from, to),
      before: within(group.members, from - (to - from), from),
    }))
    .sort((a, b) => b.now - b.before - (a.now - a.before) || b.size - a.size)
    .slice(0, most)
    .map(({ group, ...counts }) => ({ ...describe(board.pairs, group), ...counts }));
}
