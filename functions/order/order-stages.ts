import { asc, desc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { order, orderWait } from '../db/schema';
import type { OrderRow } from './order-row';

/** A row of a list; in a queue also how it stands there. */
export interface Listed {
  row: OrderRow;
  wait: { rank: number; dueAt: number } | null;
}
export type Key = (number | string | null)[];

/** A stretch of a list in the order of one index, and how to go on after a row of it. */
export interface Stage {
  only?: SQL;
  order: SQL[];
  keyOf(listed: Listed): Key;
  after(key: Key): SQL;
}
/** A stretch of orders alone, in the order of one index. */
export interface Walk extends Stage {
  /** What that index holds alone; without it, it holds all orders. */
  along?: SQL;
}

const at = (value: unknown) => sql`${new Date(Number(value)).toISOString()}::timestamptz`;
const submitted = sql`(${order.submittedAt}, ${order.id})`;
const bySubmission = ({ row }: Listed): Key => [row.submittedAt, row.id];
const newest: Walk = {
  order: [desc(order.submittedAt), desc(order.id)],
  keyOf: bySubmission,
  after: ([when, id]) => sql`${submitted} < (${at(when)}, ${id}::uuid)`,
};
const lit = sql`(${order.lightDueAt}, ${order.id})`;

/** The stretches of lists of orders. Those with a light stand by it; those without one follow, the newest first. */
export const walks = {
  newest,
  oldest: {
    order: [asc(order.submittedAt), asc(order.id)],
    keyOf: bySubmission,
    after: ([when, id]) => sql`${submitted} > (${at(when)}, ${id}::uuid)`,
  },
  lit: {
    along: isNotNull(order.lightDueAt),
    only: isNotNull(order.lightDueAt),
    order: [asc(order.lightDueAt), asc(order.id)],
    keyOf: ({ row }) => [row.lightDueAt, row.id],
    after: ([when, id]) => sql`${lit} > (${at(when)}, ${id}::uuid)`,
  },
  unlit: { ...newest, only: isNull(order.lightDueAt) },
} satisfies Record<string, Walk>;
export type WalkName = keyof typeof walks;

/** The stretches lists are made of: of orders, or of one queue. */
export const stages = {
  ...walks,
  waiting: {
    order: [asc(orderWait.rank), asc(orderWait.dueAt), asc(orderWait.orderId)],
    keyOf: ({ row, wait }) => [wait?.rank ?? 1, wait?.dueAt ?? 0, row.id],
    after: ([rank, when, id]) =>
      sql`(${orderWait.rank}, ${orderWait.dueAt}, ${orderWait.orderId}) > (${rank}::smallint, ${at(when)}, ${id}::uuid)`,
  },
} satisfies Record<string, Stage>;
export type StageName = keyof typeof stages;

export const writeCursor = (stage: StageName, listed: Listed): string =>
  Buffer.from(JSON.stringify([stage, ...stages[stage].keyOf(listed)])).toString('base64url');

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/** Where a list goes on; null for what this list did not hand out. */
export function readCursor(text: string, names: readonly StageName[]): { stage: StageName; key: Key } | null {
  try {
    const [stage, ...key] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [StageName, ...Key];
    const numbers = key.slice(0, -1);
    const known =
      names.includes(stage) && numbers.length > 0 && numbers.every(Number.isFinite) && isId(key.at(-1));
    return known ? { stage, key } : null;
  } catch {
    return null;
  }
}
