import { and, asc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm';
import { type Day, dayMs, instantAt, toIso } from '../../shared/sla/instant';
import type { Db, Tx } from '../db/connect';
import { chain, dailyRoot, event, order } from '../db/schema';
import { eventHash, noEventBefore, dailyRoot as rootOf } from './hash';

export interface Broken {
  chain: string;
  seq: number | null;
  number: string | null;
  what: 'altered' | 'removed' | 'last-removed' | 'added' | 'without-row' | 'root-differs';
}

export interface Verdict {
  whole: boolean;
  checkedEvents: number;
  checkedChains: number;
  firstBroken: Broken | null;
}

type Line = typeof event.$inferSelect;

interface Expected {
  chain: string;
  length: number;
  lastHash: string;
  number: string | null;
}

/** Walks one chain from its first event; names the first line that is altered, removed or added. */
function walk(expected: Expected, lines: readonly Line[]): { events: number; broken: Broken | null } {
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

/** Chains that are read at once. */
const pageSize = 200;

/** One moment: what is appended while chains are walked is no part of it. */
const oneMoment = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;

interface Page {
  expected: Expected[];
  lines: Line[];
}

async function readPage(tx: Tx, expected: Expected[]): Promise<Page> {
  const chains = expected.map((each) => each.chain);
  const lines =
    chains.length > 0
      ? await tx
          .select()
          .from(event)
          .where(inArray(event.chain, chains))
          .orderBy(asc(event.chain), asc(event.seq))
      : [];
  return { expected, lines };
}

/** The chains of orders after a number, or of one order. */
async function readOrders(tx: Tx, after: string, number: string | undefined): Promise<Page> {
  const rows = await tx
    .select({
      id: order.id,
      number: order.number,
      length: order.eventCount,
      lastHash: order.lastEventHash,
    })
    .from(order)
    .where(number ? eq(order.number, number) : gt(order.number, after))
    .orderBy(asc(order.number))
    .limit(pageSize);
  return readPage(
    tx,
    rows.map(({ id, ...rest }) => ({ chain: `order:${id}`, ...rest })),
  );
}

/** The chains that are no order's, after one of them: of people, partners and the system. */
async function readOthers(tx: Tx, after: string): Promise<Page> {
  const rows = await tx
    .select()
    .from(chain)
    .where(gt(chain.chain, after))
    .orderBy(asc(chain.chain))
    .limit(pageSize);
  return readPage(
    tx,
    rows.map((row) => ({ ...row, number: null })),
  );
}

/** A line of a chain that no row knows: it was put in beside them, or its order's row was taken away. */
async function findWithoutRow(db: Db): Promise<Broken | null> {
  const { rows } = await db.execute<{ chain: string; seq: number }>(sql`
    select chain, seq from ${event} where id = (
      select min(e.id) from ${event} e
      where not exists (select from ${order} o where 'order:' || o.id = e.chain)
        and not exists (select from ${chain} c where c.chain = e.chain))`);
  const [found] = rows;
  return found ? { chain: found.chain, seq: found.seq, number: null, what: 'without-row' } : null;
}

async function findOtherRoot(db: Db): Promise<Broken | null> {
  for (const row of await db.select().from(dailyRoot).orderBy(asc(dailyRoot.day))) {
    const hashes = await hashesOfDay(db, row.day);
    if (hashes.length !== row.events || rootOf(hashes) !== row.root)
      return { chain: `day:${row.day}`, seq: null, number: null, what: 'root-differs' };
  }
  return null;
}

/** Walks every page that `read` gives, each as of one moment, until a link is broken or none is left. */
async function walkAll(
  db: Db,
  verdict: Verdict,
  read: (tx: Tx, after: Expected | undefined) => Promise<Page>,
): Promise<void> {
  for (let last: Expected | undefined; !verdict.firstBroken; ) {
    const after = last;
    const { expected, lines } = await db.transaction((tx) => read(tx, after), oneMoment);
    const byChain = new Map(expected.map((each) => [each.chain, [] as Line[]]));
    for (const line of lines) byChain.get(line.chain)?.push(line);
    for (const each of expected) {
      const { events, broken } = walk(each, byChain.get(each.chain) ?? []);
      verdict.checkedEvents += events;
      verdict.checkedChains += 1;
      verdict.firstBroken ??= broken;
    }
    last = expected.at(-1);
    if (expected.length < pageSize) break;
  }
}

/** Walks the chains of one order or of everything, then looks for lines of no chain, then at the daily roots (spec 8). */
export async function verifyChains(db: Db, number?: string): Promise<Verdict> {
  const verdict: Verdict = { whole: true, checkedEvents: 0, checkedChains: 0, firstBroken: null };
  await walkAll(db, verdict, (tx, after) => readOrders(tx, after?.number ?? '', number));
  if (!number) {
    await walkAll(db, verdict, (tx, after) => readOthers(tx, after?.chain ?? ''));
    verdict.firstBroken ??= (await findWithoutRow(db)) ?? (await findOtherRoot(db));
  }
  return { ...verdict, whole: verdict.firstBroken === null };
}
