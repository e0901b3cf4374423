import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { unitContact } from '../db/schema';
import type { Deps } from '../order/context';

/** Where the staff of these units are reached beside the inbox: group robots, mail addresses, duty phones. */
export async function unitContacts(tx: Tx, deps: Deps, unitIds: string[]) {
  const rows = await tx
    .select()
    .from(unitContact)
    .where(and(inArray(unitContact.unitId, unitIds), eq(unitContact.active, true)))
    .limit(50);
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    to: deps.vault.unsealMaster(row.sealed, `unit-contact:${row.id}`),
  }));
}
