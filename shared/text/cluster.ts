import { grams } from './grams';
import { joinPairs } from './keywords';
import { normalise } from './normalise';

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

type Vector = Map<string, number>;

interface Member {
  item: ClusterItem;
  vector: Vector;
}

interface Group {
  members: Member[];
  sum: Vector;
  /** Square of the length of `sum`. */
  squares: number;
}

/** Everything gathered so far: reports are added one by one, each meets only groups that share its rarest words. */
export interface ClusterBoard {
  counted: number;
  standsIn: Map<string, number>;
  groups: Group[];
  groupsByKey: Map<string, number[]>;
}

const keysPerReport = 16;
const keysToShare = 2;
const groupsPerKey = 60;
const nearEnough = 0.25;
const wordsForTitle = 10;
/** A word of one report alone cannot bring it near to another; it only says how much else there is. */
const lonelyWeight = 0.5;

export const emptyBoard = (): ClusterBoard => ({
  counted: 0,
  standsIn: new Map(),
  groups: [],
  groupsByKey: new Map(),
});

const pairsOf = (text: string) => grams(text).filter((gram) => gram.length > 1 && !/^[a-z0-9]/.test(gram));

/** Counts a report's words, so that rare ones can be told from common ones. */
export function countReport(board: ClusterBoard, item: ClusterItem): void {
  board.counted += 1;
  for (const pair of new Set(pairsOf(item.text))) {
    board.standsIn.set(pair, (board.standsIn.get(pair) ?? 0) + 1);
  }
}

function vectorOf(board: ClusterBoard, text: string): Vector {
  const vector: Vector = new Map();
  for (const pair of pairsOf(text)) vector.set(pair, (vector.get(pair) ?? 0) + 1);
  let squares = 0;
  for (const [pair, times] of vector) {
    const standsIn = board.standsIn.get(pair) ?? 1;
    const rarity = Math.log((1 + board.counted) / standsIn) * (standsIn > 1 ? 1 : lonelyWeight);
    const weight = (1 + Math.log(times)) * rarity;
    vector.set(pair, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [pair, weight] of vector) vector.set(pair, weight / length);
  return vector;
}

/** The words a report meets others by: its weightiest that stand in at least one more report. */
function keysOf(board: ClusterBoard, vector: Vector): string[] {
  return [...vector]
    .filter(([pair]) => (board.standsIn.get(pair) ?? 0) > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, keysPerReport)
    .map(([pair]) => pair);
}

function nearness(group: Group, vector: Vector): number {
  let dot = 0;
  for (const [pair, weight] of vector) dot += weight * (group.sum.get(pair) ?? 0);
  return dot / (Math.sqrt(group.squares) || 1);
}

function nearestGroup(board: ClusterBoard, vector: Vector, keys: readonly string[]): number | null {
  const shared = new Map<number, number>();
  for (const key of keys) {
    for (const at of board.groupsByKey.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = nearEnough;
  for (const [at, keysShared] of shared) {
    const group = board.groups[at];
    const near = group && keysShared >= keysToShare ? nearness(group, vector) : 0;
    if (near >= most) {
      best = at;
      most = near;
    }
  }
  return best;
}

function join(group: Group, member: Member): void {
  group.members.push(member);
  for (const [pair, weight] of member.vector) {
    const old = group.sum.get(pair) ?? 0;
    group.sum.set(pair, old + weight);
    group.squares += weight * (2 * old + weight);
  }
}

/** Puts a report to the group it is nearest to, or into one of its own. */
export function placeReport(board: ClusterBoard, item: ClusterItem): void {
  const vector = vectorOf(board, item.text);
  const keys = keysOf(board, vector);
  const found = nearestGroup(board, vector, keys);
  const at = found ?? board.groups.push({ members: [], sum: new Map(), squares: 0 }) - 1;
  const group = board.groups[at];
  if (group) join(group, { item, vector });
  for (const key of keys) {
    const known = board.groupsByKey.get(key) ?? [];
    if (known.includes(at)) continue;
    known.push(at);
    if (known.length > groupsPerKey) known.shift();
    board.groupsByKey.set(key, known);
  }
}

function titleOf({ members, sum }: Group, centralText: string): string {
  const common = [...sum]
    .map(([pair, weight]) => {
      const share = members.filter(({ vector }) => vector.has(pair)).length / members.length;
      return { pair, share, weight: weight * share * share };
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, wordsForTitle)
    .map(({ pair }) => pair);
  return joinPairs(common, normalise(centralText)).slice(0, 3).join('、');
}

function describe(group: Group, period: { from: number; to: number }): ReportCluster {
  const { members } = group;
  const before = period.from - (period.to - period.from);
  const within = (from: number, to: number) =>
    members.filter(({ item }) => item.at >= from && item.at < to).length;
  const ranked = members
    .map(({ item, vector }) => ({ item, near: nearness(group, vector) }))
    .sort((a, b) => b.near - a.near);
  const central = ranked[0]?.item;
  return {
    ids: members.map(({ item }) => item.id),
    title: titleOf(group, central?.text ?? ''),
    centralId: central?.id ?? '',
    size: members.length,
    now: within(period.from, period.to),
    before: within(before, period.from),
  };
}

/** The groups of two or more reports, those that grew most first, then the largest; `to` is not part of the period. */
export function listClusters(board: ClusterBoard, period: { from: number; to: number }): ReportCluster[] {
  return board.groups
    .filter(({ members }) => members.length > 1)
    .map((group) => describe(group, period))
    .sort((a, b) => b.now - b.before - (a.now - a.before) || b.size - a.size);
}

/** Hot issues: groups of similar reports, growing ones first (spec 7). Near-linear in the number of reports. */
export function clusterReports(
  items: readonly ClusterItem[],
  period: { from: number; to: number },
): ReportCluster[] {
  const board = emptyBoard();
  for (const item of items) countReport(board, item);
  for (const item of items) placeReport(board, item);
  return listClusters(board, period);
}
