import { eq, sql } from 'drizzle-orm';
import { followDue } from '../../shared/order/command/assist';
import { type Change, event, toReporter } from '../../shared/order/command/rule';
import type { OrderFacts } from '../../shared/order/facts';
import { RuleBroken } from '../../shared/order/rule-broken';
import { type Calendar, makeCalendar } from '../../shared/sla/calendar';
import { type CalendarChange, changedFrom } from '../../shared/sla/impact';
import { dayOf, type Instant } from '../../shared/sla/instant';
import { missingHolidays } from '../../shared/sla/missing-holidays';
import { NoticeNotUnderstood } from '../../shared/sla/notice-not-understood';
import { appendAudit } from '../audit/append-event';
import type { Db, Tx } from '../db/connect';
import { inTransaction } from '../db/in-transaction';
import { dayOverride, holidayYear } from '../db/schema';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';
import { factsOf, lockOrderById } from '../order/order-row';
import { saveChange } from '../order/save-change';
import { applied, type CalendarData, type CalendarEdit, yearOf } from './contract';
import { findMovedClocks, type MovedClock } from './moved-clocks';

export async function readCalendarData(db: Db | Tx): Promise<CalendarData> {
  const [years, overrides] = await Promise.all([
    db.select().from(holidayYear).orderBy(holidayYear.year),
    db.select().from(dayOverride).orderBy(dayOverride.date),
  ]);
  return { years: years.map((row) => row.notice), overrides: overrides.map((row) => row.override) };
}

/** Who may change the calendar (spec 6): supervisor and admin; days gone by only the supervisor, with a reason. */
function requireKeeper(ctx: Context, edit: CalendarEdit): void {
  if (!holds(ctx, 'supervisor', 'admin')) throw new RuleBroken('order.forbidden', {}, 403);
  if (edit.pastReason && !holds(ctx, 'supervisor')) throw new RuleBroken('order.forbidden', {}, 403);
  const changes = [edit.year, edit.notice, edit.override, edit.dropOverride];
  if (changes.filter((each) => each !== undefined).length !== 1)
    throw new RuleBroken('calendar.one-change', { path: 'year' }, 422);
}

interface Planned {
  data: CalendarData;
  change: CalendarChange;
}

async function plan(db: Db | Tx, ctx: Context, edit: CalendarEdit): Promise<Planned> {
  const before = await readCalendarData(db);
  try {
    const data = applied(before, edit);
    return {
      data,
      change: {
        before: makeCalendar(before),
        after: makeCalendar(data),
        now: ctx.now(),
        pastToo: edit.pastReason !== undefined,
      },
    };
  } catch (problem) {
    if (!(problem instanceof NoticeNotUnderstood)) throw problem;
    throw new RuleBroken('calendar.not-understood', { words: problem.words, reason: problem.reason }, 422);
  }
}

/** What the change would do, before it is saved: the year as read, holidays it leaves out, dues that move (spec 3). */
export async function previewCalendar(ctx: Context, edit: CalendarEdit) {
  requireKeeper(ctx, edit);
  const { change } = await plan(ctx.db, ctx, edit);
  const year = yearOf(edit);
  return { year, missing: year ? missingHolidays(year) : [], moved: await findMovedClocks(ctx.db, change) };
}

async function writeData(tx: Tx, ctx: Context, edit: CalendarEdit): Promise<void> {
  const year = yearOf(edit);
  if (year) {
    const row = { year: year.year, notice: year, loadedAt: ctx.now() };
    await tx.insert(holidayYear).values(row).onConflictDoUpdate({ target: holidayYear.year, set: row });
  }
  if (edit.override) {
    const row = { date: edit.override.date, override: edit.override as CalendarData['overrides'][number] };
    await tx.insert(dayOverride).values(row).onConflictDoUpdate({ target: dayOverride.date, set: row });
  }
  if (edit.dropOverride) await tx.delete(dayOverride).where(eq(dayOverride.date, edit.dropOverride));
}

/** The order with its clocks at their new dues; each move is an event, and the reporter hears of a moved resolution. */
function movedOrder(
  facts: OrderFacts,
  moves: MovedClock[],
  env: { now: Instant; calendar: Calendar },
): Change {
  const found = new Map(moves.map((move) => [move.id, move]));
  const clocks = facts.clocks.map((each) => {
    const move = found.get(each.id);
    return move && each.endedAt === null ? { ...each, dueAt: move.to, provisional: move.provisional } : each;
  });
  const followed = followDue(facts, { ...facts, clocks }, 'calendar', env);
  const really = moves.filter((move) => move.from !== move.to);
  return {
    facts: followed.facts,
    events: [
      ...really.map(({ kind, from, to }) =>
        event('due.moved', { clock: kind, from, to, because: 'calendar' }),
      ),
      ...followed.events,
    ],
    notices: really.some((move) => ['resolve', 'rectify'].includes(move.kind))
      ? [toReporter('due-moved', {})]
      : [],
  };
}

async function moveDues(tx: Tx, ctx: Context, calendar: Calendar, moved: MovedClock[]): Promise<void> {
  const { officeHours } = ctx.ref.calendar;
  const context: Context = { ...ctx, ref: { ...ctx.ref, calendar: { ...calendar, officeHours } } };
  const orders = [...new Set(moved.map((move) => move.orderId))].sort();
  for (const orderId of orders) {
    const row = await lockOrderById(tx, orderId);
    if (!row) continue;
    const before = await factsOf(tx, row);
    await saveChange(
      tx,
      context,
      row,
      before,
      movedOrder(
        before,
        moved.filter((move) => move.orderId === orderId),
        { now: ctx.now(), calendar },
      ),
    );
  }
}

/**
 * Saves a change of the calendar and moves every running due that it touches, in one transaction: ended clocks and
 * sounded alarms stay as they are, days gone by change only with the supervisor's reason (spec 3).
 */
export async function changeCalendar(ctx: Context, edit: CalendarEdit): Promise<{ moved: number }> {
  requireKeeper(ctx, edit);
  const moved = await inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(733003)`);
    const { data, change } = await plan(tx, ctx, edit);
    const moves = await findMovedClocks(tx, change);
    await writeData(tx, ctx, edit);
    const after = makeCalendar(data);
    const alarms = change.pastToo ? after : changedFrom(dayOf(ctx.now()), change.before, after);
    await moveDues(tx, ctx, alarms, moves);
    await appendAudit(tx, ctx.actor, ctx.now(), 'rules.changed', {
      what: 'calendar',
      year: yearOf(edit)?.year ?? null,
      override: edit.override?.date ?? edit.dropOverride ?? null,
      past: edit.pastReason !== undefined,
      reason: edit.pastReason ?? null,
      moved: moves.length,
    });
    return moves.length;
  });
  ctx.forgetReference();
  return { moved };
}
