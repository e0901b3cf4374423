import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { addDays, clockTimeOf, dayOf, instantAt } from '../../shared/sla/instant';
import { outbox } from '../db/schema';
import type { Deps } from '../order/context';

const leaseMs = 60_000;
const lastTry = 8;
type Row = typeof outbox.$inferSelect;

/** Speaks to one provider; throws when the message did not go out. */
export type Sender = (message: {
  idempotencyKey: string;
  to: string;
  topic: string;
  text: string;
}) => Promise<void>;
export type Senders = Record<string, Sender | undefined>;

/** The demonstration's provider: the message stays readable at the console's outbox page (spec 5, `local`). */
export const localSender: Sender = async () => undefined;

/** SMS to reporters rest from 21:00 to 08:00; sign-in codes do not (spec 5). */
function heldUntil(row: Row, now: number): number | null {
  if (row.provider !== 'sms' || row.topic === 'sign-in-code') return null;
  const time = clockTimeOf(now);
  if (time >= '21:00') return instantAt(addDays(dayOf(now), 1), '08:00');
  return time < '08:00' ? instantAt(dayOf(now), '08:00') : null;
}

const backoffMs = (attempts: number) => Math.min(3_600_000, 5000 * 2 ** attempts) * (0.5 + Math.random());

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
    for (const row of rows)
      await tx
        .update(outbox)
        .set({ leaseUntil: now + leaseMs })
        .where(eq(outbox.id, row.id));
    return rows;
  });
}

async function deliver(deps: Deps, row: Row, send: Sender): Promise<void> {
  const hold = heldUntil(row, deps.now());
  if (hold !== null) {
    await deps.db.update(outbox).set({ nextAt: hold, leaseUntil: null }).where(eq(outbox.id, row.id));
    return;
  }
  const { to, text } = JSON.parse(deps.vault.unsealMaster(row.sealed, 'outbox')) as {
    to: string;
    text: string;
  };
  try {
    await send({ idempotencyKey: row.dedupeKey, to, topic: row.topic, text });
    await deps.db
      .update(outbox)
      .set({ state: 'sent', sentAt: deps.now(), leaseUntil: null })
      .where(eq(outbox.id, row.id));
  } catch (error) {
    const failure = error as { code?: string; retryable?: boolean };
    const attempts = row.attempts + 1;
    const dead = failure.retryable === false || attempts >= lastTry;
    const lastError = (failure.code ?? 'unavailable').slice(0, 200);
    const state = dead ? ('dead' as const) : ('waiting' as const);
    await deps.db
      .update(outbox)
      .set({ state, attempts, lastError, nextAt: deps.now() + backoffMs(attempts), leaseUntil: null })
      .where(eq(outbox.id, row.id));
  }
}

/** Delivers what is due, each provider on its own so that one that hangs does not slow the others (spec 5). */
export async function drainOutbox(deps: Deps, senders: Senders, bound = 500): Promise<number> {
  const counts = await Promise.all(
    Object.entries(senders).map(async ([provider, send]) => {
      let count = 0;
      while (send && count < bound) {
        const rows = await lease(deps, provider, 50);
        for (const row of rows) await deliver(deps, row, send);
        count += rows.length;
        if (rows.length === 0) break;
      }
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
