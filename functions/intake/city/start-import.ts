import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { findCityHeader } from '../../../shared/intake/city-column';
import { namedCells } from '../../../shared/intake/sheet-header';
import { hasRoleIn } from '../../../shared/order/permission';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { cityImport, cityImportRow } from '../../db/schema';
import type { Context } from '../../order/context';
import { limits, type SheetRow } from '../sheet/read-xlsx';
import { sheetRefused } from '../sheet/sheet-refused';

type Format = typeof cityImport.$inferSelect.format;
interface Given {
  format: Format;
  rows: SheetRow[];
  bytes: string | Buffer;
}

/** Only the dispatcher of the district centre takes in what the city portal hands over (spec 4). */
export function requireCityDesk(ctx: Context): void {
  if (!hasRoleIn(ctx.actor, ctx.ref.tree.districtCentre, 'dispatcher'))
    throw new RuleBroken('order.forbidden', {}, 403);
}

export const rowAad = (importId: string, line: number) => `city-import:${importId}:${line}`;

/** Keeps the rows of a file or paste, sealed, to be taken in step by step; nothing is taken in yet. */
export async function startImport(ctx: Context, { format, rows, bytes }: Given) {
  requireCityDesk(ctx);
  if (ctx.actor.kind !== 'staff') throw new RuleBroken('order.forbidden', {}, 403);
  const header = findCityHeader(rows.map(({ cells }) => cells));
  if ('missing' in header) throw sheetRefused('no-header', { missing: header.missing });
  const data = rows.slice(header.at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (data.length === 0) throw sheetRefused('empty');
  if (data.length > limits.rows) throw sheetRefused('too-many-rows', { most: limits.rows });
  const id = ctx.newId();
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const lines = data.map(({ line, cells }) => {
    const named = namedCells(header.columns, cells);
    const sealed = ctx.vault.sealMaster(JSON.stringify(named), rowAad(id, line));
    return {
      importId: id,
      line,
      cityNumber: named.cityNumber?.replace(/\s/g, '').slice(0, 40) || null,
      sealed,
    };
  });
  const staffId = ctx.actor.id;
  return ctx.db.transaction(async (tx) => {
    const [same] = await tx
      .select({ at: cityImport.createdAt })
      .from(cityImport)
      .where(eq(cityImport.contentHash, contentHash))
      .orderBy(desc(cityImport.createdAt))
      .limit(1);
    await tx.insert(cityImport).values({
      id,
      staffId,
      format,
      contentHash,
      unusedColumns: header.unused.slice(0, 30).map((title) => title.slice(0, 40)),
      total: lines.length,
      createdAt: ctx.now(),
    });
    for (let at = 0; at < lines.length; at += 1000)
      await tx.insert(cityImportRow).values(lines.slice(at, at + 1000));
    const what = { importId: id, format, rows: lines.length, contentHash };
    await appendAudit(tx, ctx.actor, ctx.now(), 'city-import.started', what);
    return { id, sameFileAt: same ? toIso(same.at) : null };
  });
}
