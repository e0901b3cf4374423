import { and, asc, eq, gt, gte, lt } from 'drizzle-orm';
import { type Day, dayMs, instantAt, toIso } from '../../shared/sla/instant';
import type { Db } from '../db/connect';
import { chain, dailyRoot, event, order } from '../db/schema';
import { eventHash, noEventBefore, dailyRoot as rootOf } from './hash';

export interface Broken {
  chain: string;
  seq: number | null;
  number: string | null;
  what: 'altered' | 'removed' | 'last-removed' | 'added' | 'root-differs';
}

export interface Verdict {
  whole: boolean;
  checkedEvents: number;
  checkedChains: number;
  firstBroken: Broken | null;
}

interface Expected {
  chain: string;
  length: number;
  lastHash: string;
  number: string | null;
}

/** Walks one chain from its first event; names the first line that is altered, removed or added. */
async function walk(db: Db, expected: Expected): Promise<{ events: number; broken: Broken | null }> {
  const lines = await db.select().from(event).where(eq(event.chain, expected.chain)).orderBy(asc(event.seq));
  const at = (seq: number | null, what: Broken['what']): Broken => ({
    chain: expected.chain,
    seq,
    number: expected.number,
    what,
  });
  let prev = noEventBefore;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1) return { events: index, broken: at(index + 1, 'removed') };
    const { seq, kind, actor, actorUnitId, orderId, internal, data, sealed } = line;
    const hash = eventHash(prev, {
      chain: line.chain,
      seq,
      at: toIso(line.at),
      kind,
      actor,
      actorUnitId,
      orderId,
      internal,
      data,
      sealed,
    });
    if (line.prevHash !== prev || line.hash !== hash) return { events: index, broken: at(seq, 'altered') };
    prev = hash;
  }
  if (lines.length < expected.length)
    return { events: lines.length, broken: at(lines.length + 1, 'last-removed') };
  if (lines.length > expected.length)
    return { events: lines.length, broken: at(expected.length + 1, 'added') };
  const last = lines.length === 0 ? noEventBefore : prev;
  return { events: lines.length, broken: last === expected.lastHash ? null : at(expected.length, 'altered') };
}

/** The hashes of one Shanghai day in the order they were written. */
export async function hashesOfDay(db: Db, day: Day): Promise<string[]> {
  const from = instantAt(day, '00:00');
  const rows = await db
    .select({ hash: event.hash })
    .from(event)
    .where(and(gte(event.at, from), lt(event.at, from + dayMs)))
    .orderBy(asc(event.id));
  return rows.map((row) => row.hash);
}

/** Walks the chains of one order or of everything, a page of orders at a time, then the daily roots (spec 8). */
export async function verifyChains(db: Db, number?: string): Promise<Verdict> {
  const verdict: Verdict = { whole: true, checkedEvents: 0, checkedChains: 0, firstBroken: null };
  const check = async (expected: Expected) => {
    const { events, broken } = await walk(db, expected);
    verdict.checkedEvents += events;
    verdict.checkedChains += 1;
    verdict.firstBroken ??= broken;
  };
  const columns = {
    id: order.id,
    number: order.number,
    length: order.eventCount,
    lastHash: order.lastEventHash,
  };
  for (let after = ''; ; ) {
    const page = await db
      .select(columns)
      .from(order)
      .where(number ? eq(order.number, number) : gt(order.number, after))
      .orderBy(asc(order.number))
      .limit(500);
    for (const row of page)
      await check({
        chain: `order:${row.id}`,
        length: row.length,
        lastHash: row.lastHash,
        number: row.number,
      });
    after = page.at(-1)?.number ?? '';
    if (number || page.length < 500 || verdict.firstBroken) break;
  }
  if (!number && !verdict.firstBroken) {
    for (const row of await db.select().from(chain))
      await check({ chain: row.chain, length: row.length, lastHash: row.lastHash, number: null });
    for (const row of await db.select().from(dailyRoot).orderBy(asc(dailyRoot.day))) {
      const hashes = await hashesOfDay(db, row.day);
      const same = hashes.length === row.events && rootOf(hashes) === row.root;
      if (!same)
        verdict.firstBroken ??= { chain: `day:${row.day}`, seq: null, number: null, what: 'root-differs' };
    }
  }
  return { ...verdict, whole: verdict.firstBroken === null };
}
