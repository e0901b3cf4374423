import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { pausedError } from '../../shared/notice/delivery-word';
import { addDays, clockTimeOf, dayOf, instantAt } from '../../shared/sla/instant';
import { nextOpening } from '../../shared/sla/next-opening';
import { outbox } from '../db/schema';
import type { Deps } from '../order/context';
import { backoffMs } from '../provider/backoff-ms';
import { ProviderError } from '../provider/provider-error';
import type { Outgoing, Sender, Senders } from '../provider/sender';

const leaseMs = 60_000;
const lastTry = 8;
/**
 * Messages of one provider that are on their way at once, never two of one recipient. Where the receiver cannot drop a
 * second copy it is one, so that a crash sends one message twice at most (spec 5: at least once).
 */
const atOnce = (send: Sender): number => (send.dropsRepeats ? 8 : 1);
/** What a row holds sealed. */
type Message = Omit<Outgoing, 'idempotencyKey' | 'topic'>;
type Row = typeof outbox.$inferSelect;

/**
 * SMS to reporters rest in the quiet hours, sign-in codes excepted; SMS and robots of staff wait for the next
 * opening (spec 5).
 */
async function heldUntil(deps: Deps, row: Row): Promise<number | null> {
  const now = deps.now();
  if (row.recipientKey.startsWith('unit:')) {
    if (row.provider === 'email') return null;
    const opening = nextOpening(now, (await deps.reference()).calendar);
    return opening > now ? opening : null;
  }
  if (row.provider !== 'sms' || row.topic === 'sign-in-code') return null;
  const { from, to } = (await deps.reference()).district.quiet;
  const time = clockTimeOf(now);
  if (time >= from) return instantAt(addDays(dayOf(now), 1), to);
  return time < to ? instantAt(dayOf(now), to) : null;
}

/** Leases messages that are due, the oldest of each recipient only, so that order is kept per recipient and provider. */
async function lease(deps: Deps, provider: string, size: number): Promise<Row[]> {
  const now = deps.now();
  const earlier = sql`not exists (select 1 from outbox e where e.provider = ${outbox.provider} and e.recipient_key = ${outbox.recipientKey} and e.state = 'waiting' and e.id < ${outbox.id})`;
  const free = or(isNull(outbox.leaseUntil), lt(outbox.leaseUntil, now));
  return deps.db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(outbox)
      .where(
        and(
          eq(outbox.provider, provider),
          eq(outbox.state, 'waiting'),
          lte(outbox.nextAt, now),
          free,
          earlier,
        ),
      )
      .orderBy(asc(outbox.nextAt))
      .limit(size)
      .for('update', { skipLocked: true });
    if (rows.length > 0) {
      const ids = rows.map((row) => row.id);
      await tx
        .update(outbox)
        .set({ leaseUntil: now + leaseMs })
        .where(inArray(outbox.id, ids));
    }
    return rows;
  });
}

const isOpenCircuit = (error: unknown): boolean =>
  error instanceof ProviderError && error.providerCode === 'circuit_open';

/** What a failed try leaves: another one later, or `dead` with its reason. A closed circuit was no try at all. */
function afterFailure(row: Row, error: unknown, now: number): Partial<Row> {
  const known = error instanceof ProviderError ? error : null;
  if (known?.providerCode === 'circuit_open')
    return { lastError: pausedError, nextAt: now + Math.max(1000, known?.retryAfterMs ?? 0) };
  const attempts = row.attempts + 1;
  const lastError = known ? [known.kind, known.providerCode].filter(Boolean).join(' ') : 'unavailable';
  if (known?.retryable === false || attempts >= lastTry) return { state: 'dead', attempts, lastError };
  const pause = Math.max(backoffMs(attempts, Math.random), known?.retryAfterMs ?? 0);
  return { attempts, lastError, nextAt: now + pause };
}

/** What waits for a message that waits longer now is not looked at before it. */
async function holdBackBehind(deps: Deps, row: Row, until: number): Promise<void> {
  await deps.db
    .update(outbox)
    .set({ nextAt: until })
    .where(
      and(
        eq(outbox.provider, row.provider),
        eq(outbox.recipientKey, row.recipientKey),
        eq(outbox.state, 'waiting'),
        gt(outbox.id, row.id),
        lt(outbox.nextAt, until),
      ),
    );
}

/** Hands one message over; false when the provider's circuit is open, so that nobody asks it again in this run. */
async function deliver(deps: Deps, row: Row, send: Sender): Promise<boolean> {
  const hold = await heldUntil(deps, row);
  if (hold !== null) {
    await deps.db.update(outbox).set({ nextAt: hold, leaseUntil: null }).where(eq(outbox.id, row.id));
    await holdBackBehind(deps, row, hold);
    return true;
  }
  const message = JSON.parse(deps.vault.unsealMaster(row.sealed, 'outbox')) as Message;
  try {
    await send({ ...message, idempotencyKey: row.dedupeKey, topic: row.topic });
    await deps.db
      .update(outbox)
      .set({ state: 'sent', sentAt: deps.now(), leaseUntil: null })
      .where(eq(outbox.id, row.id));
    return true;
  } catch (error) {
    const after = afterFailure(row, error, deps.now());
    await deps.db
      .update(outbox)
      .set({ ...after, leaseUntil: null })
      .where(eq(outbox.id, row.id));
    if (after.nextAt) await holdBackBehind(deps, row, after.nextAt);
    return !isOpenCircuit(error);
  }
}

/** Gives leased messages back that were not tried. */
async function giveBack(deps: Deps, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await deps.db.update(outbox).set({ leaseUntil: null }).where(inArray(outbox.id, ids));
}

/** Several at once, each taking the next as soon as it is free, so that one that hangs holds up no other recipient. */
async function drainProvider(deps: Deps, provider: string, send: Sender, bound: number): Promise<number> {
  const queue: Row[] = [];
  let filling: Promise<void> | null = null;
  let count = 0;
  let open = false;
  const fill = async () => {
    queue.push(...(await lease(deps, provider, 50)));
    filling = null;
  };
  const next = async (): Promise<Row | undefined> => {
    if (queue.length === 0) {
      filling ??= fill();
      await filling;
    }
    return queue.shift();
  };
  const work = async () => {
    while (!open && count < bound) {
      const row = await next();
      if (!row) return;
      count += 1;
      if (!(await deliver(deps, row, send))) open = true;
    }
  };
  await Promise.all(Array.from({ length: atOnce(send) }, work));
  await giveBack(deps, queue);
  return count;
}

/** Delivers what is due, each provider on its own so that one that hangs does not slow the others (spec 5). */
export async function drainOutbox(deps: Deps, senders: Senders, bound = 500): Promise<number> {
  const counts = await Promise.all(
    Object.entries(senders).map(([provider, send]) =>
      send ? drainProvider(deps, provider, send, bound) : Promise.resolve(0),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
