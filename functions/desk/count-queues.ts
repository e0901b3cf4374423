import { type SQL, sql } from 'drizzle-orm';
import { dayMs } from '../../shared/sla/instant';
import { order, orderWait } from '../db/schema';
import type { Context } from '../order/context';
import { waitingCondition } from '../order/list-orders';
import { holds, queuesFor, waitingIn, watches } from './queues';

/** Nobody reads a longer queue to its end: above it the count says "more than". */
const countedUpTo = 1000;

export interface QueueCount {
  id: string;
  title: string;
  count: number;
  /** There are more than `count`. */
  more: boolean;
  /** Others act there; this person looks on. */
  watched: boolean;
  red: number;
  yellow: number;
}
interface Counted {
  id: string;
  count: number;
  red: number;
  yellow: number;
}

/** What is late now, whoever has it: the district watches over all units. */
export const overdue = {
  id: 'overdue',
  title: '全区超期',
  roles: ['dispatcher', 'supervisor', 'inspector'],
} as const;

/** Counts the first dues of one queue and how many of them are past or near. */
function countOf(id: string, dues: SQL, now: number): SQL {
  const iso = (at: number) => sql`${new Date(at).toISOString()}::timestamptz`;
  return sql`select ${id}::text as id, count(*) as count, count(*) filter (where due_at < ${iso(now)}) as red,
    count(*) filter (where due_at >= ${iso(now)} and due_at <= ${iso(now + dayMs)}) as yellow
    from (${dues} limit ${countedUpTo + 1}) as first`;
}

interface Dues {
  id: string;
  title: string;
  watched: boolean;
  dues: SQL;
}
function duesByQueue(ctx: Context): Dues[] {
  const waiting = queuesFor(ctx).map((queue) => ({
    id: queue.id,
    title: queue.title,
    watched: watches(ctx, queue),
    dues: sql`select ${orderWait.dueAt} as due_at from ${orderWait} where ${waitingCondition(waitingIn(ctx, queue))}
      order by ${orderWait.rank}, ${orderWait.dueAt}`,
  }));
  if (!holds(ctx, ...overdue.roles)) return waiting;
  const late = sql`select ${order.lightDueAt} as due_at from ${order}
    where ${order.lightDueAt} < ${new Date(ctx.now()).toISOString()}::timestamptz order by ${order.lightDueAt}`;
  return [...waiting, { id: overdue.id, title: overdue.title, watched: true, dues: late }];
}

/** Every queue of this person's workbench with its lights, in one statement; counts end at a bound. */
export async function countQueues(ctx: Context): Promise<QueueCount[]> {
  const queues = duesByQueue(ctx);
  if (queues.length === 0) return [];
  const parts = queues.map(({ id, dues }) => countOf(id, dues, ctx.now()));
  const { rows } = await ctx.db.execute(sql.join(parts, sql` union all `));
  const counted = new Map((rows as unknown as Counted[]).map((row) => [row.id, row]));
  return queues.map(({ id, title, watched }) => {
    const { count = 0, red = 0, yellow = 0 } = counted.get(id) ?? {};
    return {
      id,
      title,
      count: Math.min(count, countedUpTo),
      more: count > countedUpTo,
      watched,
      red,
      yellow,
    };
  });
}
