import { and, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import { addDays, dayMs, dayOf, hourMs } from '../../shared/sla/instant';
import { dailyRoot as rootOf } from '../audit/hash';
import { hashesOfDay } from '../audit/verify-chains';
import {
  attempt,
  cityImport,
  cityImportRow,
  dailyRoot,
  file,
  idempotency,
  orderViewer,
  outbox,
  staffIdentity,
  staffSession,
  usedKey,
} from '../db/schema';
import type { Deps } from '../order/context';

/** Uploads that nobody claimed within 24 h go, bytes and row (spec 4). */
export async function sweepUploads(deps: Deps, bound = 500): Promise<number> {
  const old = and(ne(file.state, 'claimed'), lt(file.createdAt, deps.now() - dayMs));
  const rows = await deps.db.select().from(file).where(old).limit(bound);
  for (const row of rows) {
    for (const key of [row.uploadKey, row.objectKey, row.thumbnailKey]) if (key) await deps.store.delete(key);
    await deps.db.delete(file).where(and(eq(file.id, row.id), ne(file.state, 'claimed')));
  }
  return rows.length;
}

/** Delivered messages are forgotten: sign-in codes after two days, all others after half a year. */
export async function sweepMessages(deps: Deps): Promise<void> {
  const sentBefore = (days: number) =>
    and(eq(outbox.state, 'sent'), lt(outbox.createdAt, deps.now() - days * dayMs));
  await deps.db.delete(outbox).where(and(sentBefore(2), eq(outbox.topic, 'sign-in-code')));
  await deps.db.delete(outbox).where(sentBefore(183));
}

/** Who looked at what order an hour ago is forgotten; keys of repeated submits and accounts nobody linked are kept 30 days, counted attempts two, ended sessions 90. */
export async function sweepKeys(deps: Deps): Promise<void> {
  await deps.db.delete(idempotency).where(lt(idempotency.createdAt, deps.now() - 30 * dayMs));
  await deps.db.delete(attempt).where(lt(attempt.at, deps.now() - 2 * dayMs));
  await deps.db.delete(orderViewer).where(lt(orderViewer.seenAt, deps.now() - hourMs));
  await deps.db.delete(usedKey).where(lt(usedKey.until, deps.now()));
  await deps.db.delete(staffSession).where(lt(staffSession.createdAt, deps.now() - 90 * dayMs));
  await deps.db
    .delete(staffIdentity)
    .where(and(isNull(staffIdentity.staffId), lt(staffIdentity.seenAt, deps.now() - 30 * dayMs)));
}

/** What an import's rows say is not kept longer than this where nobody takes them in. */
const importDays = 30;

/** Rows of imports that nobody finished are refused and their words go (spec 8). */
export async function sweepImports(deps: Deps): Promise<void> {
  const old = deps.db
    .select({ id: cityImport.id })
    .from(cityImport)
    .where(and(isNull(cityImport.finishedAt), lt(cityImport.createdAt, deps.now() - importDays * dayMs)));
  const problems = [{ column: '整行', message: `${importDays} 天没有继续导入，内容已清除` }];
  await deps.db
    .update(cityImportRow)
    .set({ sealed: null, outcome: 'refused', problems })
    .where(and(inArray(cityImportRow.importId, old), isNull(cityImportRow.outcome)));
  await deps.db.update(cityImport).set({ finishedAt: deps.now() }).where(inArray(cityImport.id, old));
}

/** What was begun before midnight has been written by then. */
const settledMs = hourMs;

/** The root over all events of each day that has passed for an hour and has none yet (spec 8); safe to run twice. */
export async function computeDailyRoots(deps: Deps, days = 30): Promise<void> {
  const today = dayOf(deps.now() - settledMs);
  for (let back = days; back >= 1; back -= 1) {
    const day = addDays(today, -back);
    const [known] = await deps.db
      .select({ day: dailyRoot.day })
      .from(dailyRoot)
      .where(eq(dailyRoot.day, day));
    if (known) continue;
    const hashes = await hashesOfDay(deps.db, day);
    if (hashes.length === 0) continue;
    await deps.db
      .insert(dailyRoot)
      .values({ day, root: rootOf(hashes), events: hashes.length, computedAt: deps.now() })
      .onConflictDoNothing();
  }
}
