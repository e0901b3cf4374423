import { asc, eq, inArray } from 'drizzle-orm';
import { openAssists, workingUnit } from '../../shared/order/command/rule';
import { nextSystemStepAt } from '../../shared/order/command/system-step';
import type { Clock, OrderFacts } from '../../shared/order/facts';
import { unitsThatSee } from '../../shared/order/permission';
import type { Db, Tx } from '../db/connect';
import { clock, custody, order } from '../db/schema';

export type OrderRow = typeof order.$inferSelect;
type ClockRow = typeof clock.$inferSelect;

const toClock = (row: ClockRow): Clock => {
  const { orderId: _order, nextAlarmAt: _at, nextAlarmLevel: _level, ...rest } = row;
  return rest;
};

/** The facts the rules work on, put together from the order's row, its clocks and its custody. */
export async function factsOf(tx: Tx | Db, row: OrderRow): Promise<OrderFacts> {
  const [facts] = await factsOfAll(tx, [row]);
  if (!facts) throw new Error('The order has no facts');
  return facts;
}

export async function factsOfAll(tx: Tx | Db, rows: OrderRow[]): Promise<OrderFacts[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const clocks = await tx
    .select()
    .from(clock)
    .where(inArray(clock.orderId, ids))
    .orderBy(asc(clock.startedAt), asc(clock.id));
  const held = await tx
    .select()
    .from(custody)
    .where(inArray(custody.orderId, ids))
    .orderBy(asc(custody.position));
  return rows.map((row) => ({
    ...row.facts,
    version: row.version,
    clocks: clocks.filter((each) => each.orderId === row.id).map(toClock),
    custody: held
      .filter((each) => each.orderId === row.id)
      .map(({ role, unitId, fromAt, toAt }) => ({ role, unitId, fromAt, toAt })),
  }));
}

/** Locks one order until the transaction ends; null where there is none. */
export async function lockOrder(tx: Tx, number: string): Promise<OrderRow | null> {
  const [row] = await tx.select().from(order).where(eq(order.number, number)).for('update');
  return row ?? null;
}

export async function lockOrderById(tx: Tx, id: string): Promise<OrderRow | null> {
  const [row] = await tx.select().from(order).where(eq(order.id, id)).for('update');
  return row ?? null;
}

export async function findOrder(db: Db, number: string): Promise<OrderRow | null> {
  const [row] = await db.select().from(order).where(eq(order.number, number));
  return row ?? null;
}

const lightKinds = ['contact', 'resolve', 'rectify'];

/** Every column that filters and lists need, computed from the facts. */
export function columnsOf(facts: OrderFacts) {
  const { clocks, custody: _custody, version: _version, ...kept } = facts;
  const dues = clocks
    .filter((each) => each.endedAt === null && lightKinds.includes(each.kind))
    .map((each) => each.dueAt);
  return {
    state: facts.state,
    reporterId: facts.reporterAccountId,
    matterId: facts.matterId,
    leadUnitId: facts.lead,
    dispatchedUnitId: facts.dispatchedTo,
    workingUnitId: workingUnit(facts),
    complexity: facts.complexity,
    round: facts.round,
    urged: facts.urged,
    acceptedAt: facts.acceptedAt,
    resolvedAt: facts.resolvedAt,
    closedAt: facts.closedAt,
    lightDueAt: dues.length > 0 ? Math.min(...dues) : null,
    nextStepAt: nextSystemStepAt(facts),
    seenBy: unitsThatSee(facts),
    returnedBy: facts.returnedBy,
    openAssistUnits: openAssists(facts)
      .filter((each) => each.state === 'open')
      .map((each) => each.unitId),
    facts: kept,
  };
}

/** Moves the row of an order that was locked; only what the rules returned is written. */
export async function updateOrder(
  tx: Tx,
  id: string,
  set: Partial<typeof order.$inferInsert>,
): Promise<void> {
  await tx.update(order).set(set).where(eq(order.id, id));
}
