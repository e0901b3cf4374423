import { eq, sql } from 'drizzle-orm';
import type { Clock, OrderFacts } from '../../shared/order/facts';
import { nextAlarm } from '../../shared/sla/alarm';
import type { Tx } from '../db/connect';
import { clock, clockAlarm, custody } from '../db/schema';
import type { Context } from './context';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** When this clock sounds next, by what has sounded under its due. */
export async function alarmColumns(tx: Tx, ctx: Context, each: Clock, known: boolean) {
  if (each.endedAt !== null) return { nextAlarmAt: null, nextAlarmLevel: null };
  const sounded = known
    ? await tx
        .select({ level: clockAlarm.level, dueAt: clockAlarm.dueAt })
        .from(clockAlarm)
        .where(eq(clockAlarm.clockId, each.id))
    : [];
  const alarm = nextAlarm(
    { startedAt: each.startedAt, dueAt: each.dueAt, sounded: sounded as never },
    ctx.ref.calendar,
    ctx.now(),
  );
  return { nextAlarmAt: alarm?.at ?? null, nextAlarmLevel: alarm?.level ?? null };
}

/** Writes what changed of an order's clocks: new ones in, moved or ended ones updated, alarms armed again. */
export async function saveClocks(
  tx: Tx,
  ctx: Context,
  before: OrderFacts | null,
  after: OrderFacts,
): Promise<void> {
  const known = new Map((before?.clocks ?? []).map((each) => [each.id, each]));
  for (const each of after.clocks) {
    const old = known.get(each.id);
    if (old && same(old, each)) continue;
    const row = { ...each, orderId: after.id, ...(await alarmColumns(tx, ctx, each, old !== undefined)) };
    if (old) await tx.update(clock).set(row).where(eq(clock.id, each.id));
    else await tx.insert(clock).values(row);
  }
}

/** Custody only grows: the open end of the last ones is closed, new ones are added. */
export async function saveCustody(tx: Tx, before: OrderFacts | null, after: OrderFacts): Promise<void> {
  const old = before?.custody ?? [];
  const changed = after.custody
    .map((held, position) => ({ ...held, orderId: after.id, position }))
    .filter((held) => !same(old[held.position], after.custody[held.position]));
  if (changed.length === 0) return;
  await tx
    .insert(custody)
    .values(changed)
    .onConflictDoUpdate({ target: [custody.orderId, custody.position], set: { toAt: sql`excluded.to_at` } });
}
