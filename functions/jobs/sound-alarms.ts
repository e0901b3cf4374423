import { and, asc, eq, isNotNull, lte, notInArray } from 'drizzle-orm';
import {
  type Change,
  event,
  toHandler,
  toReporter,
  toRole,
  toUnitLead,
} from '../../shared/order/command/rule';
import type { OrderFacts } from '../../shared/order/facts';
import { type AlarmLevel, nextAlarm } from '../../shared/sla/alarm';
import type { ClockKind } from '../../shared/sla/clock-types';
import { inTransaction } from '../db/in-transaction';
import { clock, clockAlarm } from '../db/schema';
import { type Deps, systemContext } from '../order/context';
import { factsOf, lockOrderById } from '../order/order-row';
import { saveChange } from '../order/save-change';

type ClockRow = typeof clock.$inferSelect;
const names: Record<ClockKind, string> = {
  dispatch: '派单',
  accept: '接单',
  contact: '先行联系',
  resolve: '办结',
  assist: '协办',
  arbitrate: '协办裁定',
  'follow-up': '说明',
  'unit-callback': '单位回访',
  'district-callback': '回访督办',
  'supervise-due': '督办',
  rectify: '整改',
};

/** What dispatchers do for the district; of all else the district centre leads, its own handler is the holder. */
const desk: ClockKind[] = ['dispatch', 'arbitrate', 'district-callback'];

/**
 * Who hears an alarm (spec 3): yellow the holder; red also unit's head and district; red+1 the supervisor, and where
 * the timer was down so long that red never sounded, those it was for as well.
 */
function alarmChange(
  facts: OrderFacts,
  row: ClockRow,
  { level, skipped }: { level: AlarmLevel; skipped: AlarmLevel[] },
): Change {
  const topic = `alarm-${level}`;
  const params = { clock: names[row.kind], dueAt: row.dueAt };
  const holder = row.holderUnitId;
  const holding =
    holder === null
      ? toRole('supervisor', topic, params)
      : desk.includes(row.kind)
        ? toRole('dispatcher', topic, params)
        : toHandler(holder, topic, params);
  const lead = holder ? [toUnitLead(holder, topic, params)] : [];
  const late = ['contact', 'resolve', 'rectify'].includes(row.kind)
    ? [toReporter(`late-${row.kind}`, { unitId: facts.lead })]
    : [];
  const red = [holding, ...lead, toRole('dispatcher', topic, params), ...late];
  const told = {
    yellow: [holding],
    red,
    'red+1': [...(skipped.includes('red') ? red : []), toRole('supervisor', topic, params)],
  };
  return {
    facts,
    events: [
      event(
        'alarm.sounded',
        { clock: row.kind, level, dueAt: row.dueAt, clockId: row.id },
        {},
        { internal: true },
      ),
    ],
    notices: told[level],
  };
}

/** Sounds one alarm that is due; false when there is none left. Each is a transaction of its own. */
async function soundOne(deps: Deps, failed: string[]): Promise<boolean> {
  const ctx = await systemContext(deps);
  let clockId: string | null = null;
  return inTransaction(ctx.db, async (tx) => {
    const [due] = await tx
      .select({ id: clock.id, orderId: clock.orderId })
      .from(clock)
      .where(
        and(
          isNotNull(clock.nextAlarmAt),
          lte(clock.nextAlarmAt, ctx.now()),
          failed.length > 0 ? notInArray(clock.id, failed) : undefined,
        ),
      )
      .orderBy(asc(clock.nextAlarmAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!due) return false;
    clockId = due.id;
    const order = await lockOrderById(tx, due.orderId);
    const [row] = await tx.select().from(clock).where(eq(clock.id, due.id));
    if (!order || !row) return true;
    const sounded = await tx
      .select({ level: clockAlarm.level, dueAt: clockAlarm.dueAt })
      .from(clockAlarm)
      .where(eq(clockAlarm.clockId, row.id));
    const watched = { startedAt: row.startedAt, dueAt: row.dueAt, sounded: sounded as never };
    const alarm = row.endedAt === null ? nextAlarm(watched, ctx.ref.calendar, ctx.now()) : null;
    if (alarm && alarm.at <= ctx.now()) {
      await tx
        .insert(clockAlarm)
        .values({ clockId: row.id, level: alarm.level, dueAt: row.dueAt, soundedAt: ctx.now() });
      const facts = await factsOf(tx, order);
      await saveChange(tx, ctx, order, facts, alarmChange(facts, row, alarm));
    }
    const after =
      alarm && alarm.at <= ctx.now() ? [...sounded, { level: alarm.level, dueAt: row.dueAt }] : sounded;
    const next =
      row.endedAt === null
        ? nextAlarm({ ...watched, sounded: after as never }, ctx.ref.calendar, ctx.now())
        : null;
    await tx
      .update(clock)
      .set({ nextAlarmAt: next?.at ?? null, nextAlarmLevel: next?.level ?? null })
      .where(eq(clock.id, row.id));
    return true;
  }).catch((error: Error) => {
    // The next ones must not wait for this one; it is tried again at the next run.
    if (clockId === null) throw error;
    failed.push(clockId);
    deps.log.error({ job: 'sound-alarms', clockId, name: error.name }, 'an alarm failed');
    return true;
  });
}

/** Runs every minute: at most `bound` alarms, one after another; one that fails is logged and the rest go on. */
export async function soundAlarms(deps: Deps, bound = 1000): Promise<number> {
  const failed: string[] = [];
  let count = 0;
  while (count < bound && failed.length < 100 && (await soundOne(deps, failed))) count += 1;
  return count - failed.length;
}
