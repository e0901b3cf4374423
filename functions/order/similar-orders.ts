import { and, arrayOverlaps, desc, eq, gt, inArray, ne, or, type SQL } from 'drizzle-orm';
import { findDuplicates } from '../../shared/routing/duplicate';
import { dayMs, dayOf, formatDay, type Instant, toIso } from '../../shared/sla/instant';
import { matter, order } from '../db/schema';
import type { Context } from './context';
import type { OrderRow } from './order-row';
import { visibleTo } from './visible-to';
import { openWords } from './words';

interface Told {
  /** Null for a report that is still being written. */
  orderId: string | null;
  matterId: string | null;
  phoneIndex: string | null;
  text: string;
  at: Instant;
}

/** What is read of an earlier report. */
const columns = {
  id: order.id,
  number: order.number,
  state: order.state,
  matterId: order.matterId,
  phoneIndex: order.phoneIndex,
  submittedAt: order.submittedAt,
  orderKey: order.orderKey,
  sealed: order.sealed,
};
type Earlier = Pick<typeof order.$inferSelect, keyof typeof columns>;

/** No more than this many earlier reports are compared, the newest first. */
const compared = 200;
const lookBackDays = 90;

async function compare(ctx: Context, told: Told, among: SQL | undefined, oneReporter = false) {
  const since = gt(order.submittedAt, told.at - lookBackDays * dayMs);
  const rows = await ctx.db
    .select(columns)
    .from(order)
    .where(and(among, since, told.orderId ? ne(order.id, told.orderId) : undefined))
    .orderBy(desc(order.submittedAt))
    .limit(compared);
  const keyOf = (phoneIndex: string | null) => (oneReporter ? 'own' : phoneIndex);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const others = rows.flatMap((row) => {
    const words = openWords(ctx.vault, row);
    if (!words) return [];
    const text = `${words.matterText ?? ''} ${words.story}`;
    const reporterKey = keyOf(row.phoneIndex);
    return [{ orderId: row.id, matterId: row.matterId, reporterKey, text, at: row.submittedAt }];
  });
  const report = { ...told, orderId: told.orderId ?? '', reporterKey: keyOf(told.phoneIndex) };
  return findDuplicates(report, others).flatMap((found) => {
    const row = byId.get(found.orderId);
    return row ? [{ ...found, row }] : [];
  });
}

/** Reports of the last 90 days that likely tell the same problem, by this reporter or by others (spec 2). */
export async function likelySameProblem(ctx: Context, told: Told) {
  const tokens = ctx.vault.searchTokens(told.text).slice(0, 60);
  const same = [
    ...(told.phoneIndex ? [eq(order.phoneIndex, told.phoneIndex)] : []),
    ...(told.matterId ? [eq(order.matterId, told.matterId)] : []),
    ...(tokens.length > 0 ? [arrayOverlaps(order.searchTokens, tokens)] : []),
  ];
  return same.length === 0 ? [] : (await compare(ctx, told, or(...same))).slice(0, 10);
}

async function named(ctx: Context, rows: { row: Earlier; why: string }[]) {
  const ids = rows.flatMap(({ row }) => row.matterId ?? []);
  const found = ids.length > 0 ? await ctx.db.select().from(matter).where(inArray(matter.id, ids)) : [];
  const names = new Map(found.map((each) => [each.id, each.name]));
  return rows.map(({ row, why }) => ({
    number: row.number,
    matter: row.matterId ? (names.get(row.matterId) ?? null) : null,
    state: row.state as string,
    submittedAt: toIso(row.submittedAt),
    why,
  }));
}

/** The signed-in reporter's own reports that this one resembles: "you reported this on …" (spec 4). */
export async function ownSimilar(ctx: Context, accountId: string, story: string, matterId: string | null) {
  const told = { orderId: null, matterId, phoneIndex: null, text: story, at: ctx.now() };
  const found = await compare(ctx, told, eq(order.reporterId, accountId), true);
  const say = (row: Earlier) =>
    `您在 ${formatDay(dayOf(row.submittedAt))}反映过${row.matterId && row.matterId === matterId ? '同一事项' : '相似的问题'}`;
  return named(
    ctx,
    found.slice(0, 3).map(({ row }) => ({ row, why: say(row) })),
  );
}

/** Earlier reports of the same telephone that this member of staff may see, the newest first. */
export async function earlierOrders(ctx: Context, row: OrderRow) {
  if (!row.phoneIndex) return [];
  const rows = await ctx.db
    .select(columns)
    .from(order)
    .where(and(eq(order.phoneIndex, row.phoneIndex), ne(order.id, row.id), visibleTo(ctx)))
    .orderBy(desc(order.submittedAt))
    .limit(10);
  return named(
    ctx,
    rows.map((each) => ({ row: each, why: '同一联系电话' })),
  );
}
