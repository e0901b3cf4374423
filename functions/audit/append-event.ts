import { sql } from 'drizzle-orm';
import type { Actor } from '../../shared/order/facts';
import { toIso } from '../../shared/sla/instant';
import type { Tx } from '../db/connect';
import { chain, event } from '../db/schema';
import { eventHash, noEventBefore } from './hash';

export interface NewEvent {
  orderId: string | null;
  at: number;
  kind: string;
  actor: string;
  actorUnitId: string | null;
  data: Record<string, unknown>;
  sealed: string | null;
  internal: boolean;
}

/** The actor as the ledger names it: never a name, never a phone. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.id}`;
  if (actor.kind === 'reporter') return actor.accountId ? `reporter:${actor.accountId}` : 'reporter:order';
  if (actor.kind === 'kiosk') return `kiosk:${actor.deviceId}`;
  return actor.kind === 'partner' ? `partner:${actor.partnerId}` : 'system';
}

/** In which roles a member of staff acted for that unit, and from where (spec 8): it stands beside what was done, under the same hash. */
export function signedBy(actor: Actor, unitId: string | null): { by?: Record<string, unknown> } {
  if (actor.kind !== 'staff') return {};
  const roles = actor.roles.filter((held) => held.unitId === unitId).map(({ role }) => role);
  return { by: { roles: [...new Set(roles)].sort(), ...actor.from } };
}

/** Appends to a chain whose length and last hash are known and locked; returns the new ones. */
export async function appendEvents(
  tx: Tx,
  chainId: string,
  last: { length: number; hash: string },
  events: NewEvent[],
): Promise<{ length: number; hash: string; seqs: number[] }> {
  let { length, hash } = last;
  const rows = events.map((each) => {
    const prevHash = length === 0 ? noEventBefore : hash;
    length += 1;
    const data = JSON.parse(JSON.stringify(each.data)) as Record<string, unknown>;
    const { at, kind, actor, actorUnitId, orderId, internal, sealed } = each;
    hash = eventHash(prevHash, {
      chain: chainId,
      seq: length,
      at: toIso(at),
      kind,
      actor,
      actorUnitId,
      orderId,
      internal,
      data,
      sealed,
    });
    return { ...each, data, chain: chainId, seq: length, prevHash, hash };
  });
  if (rows.length > 0) await tx.insert(event).values(rows);
  return { length, hash, seqs: rows.map((row) => row.seq) };
}

/** A line that is not of one order: a sign-in, an export, a change of rules (spec 8). */
export async function appendAudit(
  tx: Tx,
  actor: Actor,
  at: number,
  kind: string,
  data: Record<string, unknown>,
): Promise<void> {
  const name = actorName(actor);
  const chainId = `audit:${name}`;
  await tx.insert(chain).values({ chain: chainId, length: 0, lastHash: noEventBefore }).onConflictDoNothing();
  const [row] = await tx.select().from(chain).where(sql`${chain.chain} = ${chainId}`).for('update');
  const last = { length: row?.length ?? 0, hash: row?.lastHash ?? noEventBefore };
  const unitId = actor.kind === 'staff' ? (actor.roles[0]?.unitId ?? null) : null;
  const next = await appendEvents(tx, chainId, last, [
    {
      orderId: null,
      at,
      kind,
      actor: name,
      actorUnitId: unitId,
      data: { ...data, ...signedBy(actor, unitId) },
      sealed: null,
      internal: true,
    },
  ]);
  await tx
    .update(chain)
    .set({ length: next.length, lastHash: next.hash })
    .where(sql`${chain.chain} = ${chainId}`);
}
