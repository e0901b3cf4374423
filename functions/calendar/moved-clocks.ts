import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { ClockKind } from '../../shared/sla/clock-types';
import { type CalendarChange, dueAfter } from '../../shared/sla/impact';
import type { Instant } from '../../shared/sla/instant';
import type { Db, Tx } from '../db/connect';
import { clock, order } from '../db/schema';

export interface MovedClock {
  id: string;
  orderId: string;
  number: string;
  kind: ClockKind;
  from: Instant;
  to: Instant;
  provisional: boolean;
}

const pageSize = 1000;

/** Running clocks whose due, or whose mark as provisional, a change of the calendar touches (spec 3). */
export async function findMovedClocks(db: Db | Tx, change: CalendarChange): Promise<MovedClock[]> {
  const moved: MovedClock[] = [];
  let last: string | null = null;
  for (;;) {
    const rows: { clock: typeof clock.$inferSelect; number: string }[] = await db
      .select({ clock, number: order.number })
      .from(clock)
      .innerJoin(order, eq(order.id, clock.orderId))
      .where(and(isNull(clock.endedAt), last === null ? undefined : gt(clock.id, last)))
      .orderBy(asc(clock.id))
      .limit(pageSize);
    for (const { clock: row, number } of rows) {
      const { dueAt, provisional } = dueAfter(row, change);
      if (dueAt === row.dueAt && provisional === row.provisional) continue;
      moved.push({
        id: row.id,
        orderId: row.orderId,
        number,
        kind: row.kind,
        from: row.dueAt,
        to: dueAt,
        provisional,
      });
    }
    last = rows.at(-1)?.clock.id ?? null;
    if (rows.length < pageSize) return moved;
  }
}
