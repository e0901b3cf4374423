import { createHash } from 'node:crypto';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { minuteMs } from '../../shared/sla/instant';
import type { Db, Tx } from '../db/connect';
import { kioskDevice } from '../db/schema';

/** What is kept of a terminal's key: enough to know it again, not to make it. */
export const terminalKeyHash = (key: string): string => createHash('sha256').update(key).digest('hex');

export interface Terminal {
  id: string;
  hallUnitId: string;
}

/** The terminal in force whose key this is (spec 4, `kiosk`); throws `kiosk.unknown` (403) for no or any other key. */
export async function requireTerminal(tx: Db | Tx, key: string | undefined): Promise<Terminal> {
  const [row] = key
    ? await tx
        .select({ id: kioskDevice.id, hallUnitId: kioskDevice.hallUnitId })
        .from(kioskDevice)
        .where(and(eq(kioskDevice.keyHash, terminalKeyHash(key)), isNull(kioskDevice.revokedAt)))
    : [];
  if (!row) throw new RuleBroken('kiosk.unknown', {}, 403);
  return row;
}

const noteEveryMs = 10 * minuteMs;

/** Keeps when a terminal was last in use, to ten minutes. */
export async function noteTerminal(db: Db, id: string, now: number): Promise<void> {
  await db
    .update(kioskDevice)
    .set({ lastSeenAt: now })
    .where(
      and(
        eq(kioskDevice.id, id),
        or(isNull(kioskDevice.lastSeenAt), lt(kioskDevice.lastSeenAt, now - noteEveryMs)),
      ),
    );
}
