import { setImmediate } from 'node:timers/promises';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { type Classifier, training } from '../../shared/routing/classifier';
import { type FinishedOrder, indexPastOrders, type PastOrders } from '../../shared/routing/past-orders';
import { hourMs, type Instant } from '../../shared/sla/instant';
import type { Db } from '../db/connect';
import { matter, matterOwner, order } from '../db/schema';
import type { Deps } from '../order/context';
import { openWords } from '../order/words';

export interface RouteModel {
  words: Classifier;
  past: PastOrders;
}

/** Learnt from this many of the newest dispatches: more make it slower, hardly surer. */
const newest = 1500;
const freshMs = hourMs;
const learnt = new WeakMap<Db, { at: Instant; model: Promise<RouteModel> }>();

async function pastDispatches(deps: Deps): Promise<FinishedOrder[]> {
  const rows = await deps.db
    .select({ id: order.id, orderKey: order.orderKey, sealed: order.sealed, unitId: order.leadUnitId })
    .from(order)
    .where(and(isNotNull(order.leadUnitId), isNotNull(order.orderKey)))
    .orderBy(desc(order.submittedAt), desc(order.id))
    .limit(newest);
  return rows.flatMap((row) => {
    const words = openWords(deps.vault, row);
    if (!words || !row.unitId) return [];
    return [{ orderId: row.id, label: row.unitId, text: words.story, title: words.matterText ?? '' }];
  });
}

/** Before there are dispatches to learn from, the names of matters say which unit does what. */
async function namesOfMatters(deps: Deps) {
  const rows = await deps.db
    .select({ name: matter.name, unitId: matterOwner.unitId })
    .from(matter)
    .innerJoin(matterOwner, and(eq(matterOwner.matterId, matter.id), isNotNull(matterOwner.unitId)))
    .limit(5000);
  return rows.flatMap(({ name, unitId }) => (unitId ? [{ text: name, title: name, label: unitId }] : []));
}

/** Whoever else waits has a turn after each step: learning takes seconds, one step some milliseconds. */
async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

async function learn(deps: Deps): Promise<RouteModel> {
  const past = await pastDispatches(deps);
  const words = await inTurns(training([...(await namesOfMatters(deps)), ...past]));
  return { words, past: indexPastOrders(past) };
}

/** What past dispatches teach (spec 2, rule 5): learnt anew after an hour; who asks meanwhile is answered by the one before. */
export async function routeModel(deps: Deps): Promise<RouteModel> {
  const known = learnt.get(deps.db);
  if (known && deps.now() - known.at < freshMs) return known.model;
  const model = learn(deps);
  learnt.set(deps.db, { at: deps.now(), model });
  model.catch(() => learnt.delete(deps.db));
  return known?.model ?? model;
}
