import type { figureDelta } from '../db/schema';
import type { ShareRow } from './figures-of';

type Delta = typeof figureDelta.$inferInsert;

const keyOf = ({ orderId, unitId, month }: ShareRow) => `${orderId} ${unitId} ${month}`;
const dimensionsOf = ({ orderId: _order, month: _month, shares: _shares, ...dimensions }: ShareRow) =>
  dimensions;
const sameDimensions = (a: ShareRow, b: ShareRow) =>
  JSON.stringify(Object.entries(dimensionsOf(a)).sort()) ===
  JSON.stringify(Object.entries(dimensionsOf(b)).sort());

/** What stands in `a` more often than in `b`; both ascending. */
function surplus(a: readonly number[], b: readonly number[]): number[] {
  const more: number[] = [];
  let at = 0;
  for (const share of a) {
    while (at < b.length && (b[at] ?? 0) < share) at += 1;
    if (b[at] === share) at += 1;
    else more.push(share);
  }
  return more;
}

/** From the shares that stood to those that stand now: rows to write and to take out, and what the roll-ups gain and lose. */
export function shareChanges(before: readonly ShareRow[], after: readonly ShareRow[]) {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const kept = new Set(after.map(keyOf));
  const gone = before.filter((row) => !kept.has(keyOf(row)));
  const written: ShareRow[] = [];
  const deltas: Delta[] = [];
  const add = (sign: 1 | -1, row: ShareRow, shares: number[]) => {
    if (shares.length > 0) deltas.push({ sign, ...dimensionsOf(row), shares });
  };
  for (const row of gone) add(-1, row, row.shares);
  for (const row of after) {
    const there = old.get(keyOf(row));
    if (!there) {
      written.push(row);
      add(1, row, row.shares);
      continue;
    }
    const same = sameDimensions(there, row);
    const [lost, gained] = same
      ? [surplus(there.shares, row.shares), surplus(row.shares, there.shares)]
      : [there.shares, row.shares];
    if (lost.length === 0 && gained.length === 0) continue;
    written.push(row);
    add(-1, there, lost);
    add(1, row, gained);
  }
  return { gone, written, deltas };
}
