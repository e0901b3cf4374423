import { and, asc, desc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { cityImport, cityImportRow, staff } from '../../db/schema';
import type { Context } from '../../order/context';
import { requireCityDesk } from './start-import';

type Import = typeof cityImport.$inferSelect;
export type Outcome = 'accepted' | 'duplicate' | 'refused';

async function counted(ctx: Context, imports: Import[]) {
  const ids = imports.map(({ id }) => id);
  if (ids.length === 0) return [];
  const counts = await ctx.db
    .select({ id: cityImportRow.importId, outcome: cityImportRow.outcome, count: sql<number>`count(*)::int` })
    .from(cityImportRow)
    .where(inArray(cityImportRow.importId, ids))
    .groupBy(cityImportRow.importId, cityImportRow.outcome);
  const people = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...new Set(imports.map(({ staffId }) => staffId))]));
  return imports.map(({ id, staffId, format, unusedColumns, total, createdAt, finishedAt }) => {
    const of = (outcome: Outcome) =>
      counts.find((each) => each.id === id && each.outcome === outcome)?.count ?? 0;
    const [accepted, duplicate, refused] = [of('accepted'), of('duplicate'), of('refused')];
    return {
      id,
      format,
      unusedColumns,
      total,
      accepted,
      duplicate,
      refused,
      left: total - accepted - duplicate - refused,
      by: people.find((each) => each.id === staffId)?.name ?? '',
      createdAt: toIso(createdAt),
      finishedAt: finishedAt === null ? null : toIso(finishedAt),
    };
  });
}

/** Imports with what has come of their rows so far, the newest first. */
export async function listImports(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  requireCityDesk(ctx);
  const [time = '', id = ''] = cursor?.split(' ') ?? [];
  const rows = await ctx.db
    .select()
    .from(cityImport)
    .where(
      cursor
        ? or(
            lt(cityImport.createdAt, Number(time) || 0),
            and(eq(cityImport.createdAt, Number(time) || 0), sql`${cityImport.id}::text < ${id}`),
          )
        : undefined,
    )
    .orderBy(desc(cityImport.createdAt), desc(cityImport.id))
    .limit(limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { items: await counted(ctx, rows), next: last ? `${last.createdAt} ${last.id}` : null };
}

export async function getImport(ctx: Context, id: string) {
  requireCityDesk(ctx);
  const rows = await ctx.db.select().from(cityImport).where(eq(cityImport.id, id));
  const [found] = await counted(ctx, rows);
  if (!found) throw new RuleBroken('address.unknown', {}, 404);
  return found;
}

/** What came of each row, in the order of the sheet. */
export async function listImportRows(
  ctx: Context,
  importId: string,
  { outcome, after, limit }: { outcome?: Outcome | undefined; after: number; limit: number },
) {
  requireCityDesk(ctx);
  const rows = await ctx.db
    .select()
    .from(cityImportRow)
    .where(
      and(
        eq(cityImportRow.importId, importId),
        gt(cityImportRow.line, after),
        outcome ? eq(cityImportRow.outcome, outcome) : undefined,
      ),
    )
    .orderBy(asc(cityImportRow.line))
    .limit(limit);
  return {
    items: rows.map(({ line, cityNumber, outcome: what, orderNumber, problems }) => ({
      line,
      cityNumber,
      outcome: what,
      orderNumber,
      problems: problems ?? [],
    })),
    next: rows.length === limit ? String(rows.at(-1)?.line) : null,
  };
}
