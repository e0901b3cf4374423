import { inArray, type SQL, sql } from 'drizzle-orm';
import { stateWords } from '../../shared/order/vocabulary';
import { toIso } from '../../shared/sla/instant';
import { matter, order } from '../db/schema';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';
import type { OrderRow } from '../order/order-row';
import { unitsOf } from '../order/visible-to';

/** One line behind a number: an order, at the moment it counts at, told from the order's other lines. */
export interface Line extends Record<string, unknown> {
  id: string;
  at: number;
  line: string;
}
/** The columns of a statement that make a line. */
export interface LineColumns {
  moment: string;
  line: string;
  /** Where the order's id stands. */
  id?: string;
}

/** The condition that a page begins after a cursor; lines go from the newest to the oldest. */
export function linesAfter(
  cursor: string | undefined,
  { moment, line, id: column = 'f.order_id' }: LineColumns,
): SQL {
  const [, at, id, rest] = /^(\d{1,15})~([0-9a-f-]{36})~([0-9a-f-]{0,36})$/.exec(cursor ?? '') ?? [];
  if (!at || !id) return sql`true`;
  return sql`(${sql.raw(moment)}, ${sql.raw(column)}, ${sql.raw(line)}) < (${toIso(Number(at))}::timestamptz, ${id}::uuid, ${rest ?? ''})`;
}

/** A unit that gave an order back sees number, matter and dates alone (spec 6). */
function presentLine(ctx: Context, row: OrderRow, at: number, matterName: string | null) {
  const whole =
    holds(ctx, 'dispatcher', 'supervisor', 'inspector') ||
    unitsOf(ctx).some((unitId) => row.seenBy.includes(unitId));
  return {
    number: row.number,
    stateWord: whole ? stateWords[row.state] : null,
    matter: matterName,
    unit: whole ? (ctx.ref.units.get(row.leadUnitId ?? row.dispatchedUnitId ?? '')?.name ?? null) : null,
    submittedAt: toIso(row.submittedAt),
    at: toIso(at),
  };
}

/** Lines with what may be seen of their orders, and the cursor of the next page. */
export async function presentLines(ctx: Context, found: readonly Line[], limit: number) {
  const ids = [...new Set(found.map(({ id }) => id))];
  const rows = ids.length > 0 ? await ctx.db.select().from(order).where(inArray(order.id, ids)) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const matters = rows.flatMap((row) => row.matterId ?? []);
  const named =
    matters.length > 0 ? await ctx.db.select().from(matter).where(inArray(matter.id, matters)) : [];
  const names = new Map(named.map((each) => [each.id, each.name]));
  const last = found.at(-1);
  return {
    items: found.flatMap(({ id, at, line }) => {
      const row = byId.get(id);
      if (!row) return [];
      return [
        { key: `${row.number}~${line}`, ...presentLine(ctx, row, at, names.get(row.matterId ?? '') ?? null) },
      ];
    }),
    next: found.length === limit && last ? `${last.at}~${last.id}~${last.line}` : null,
  };
}
