import { and, asc, eq, gt, ilike, or } from 'drizzle-orm';
import { type KeptMatter, matterColumns } from '../../../shared/catalogue/matter-sheet';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { formatMoment } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { forgetMatters } from '../../catalogue/routes';
import { matter, unitAlias } from '../../db/schema';
import { type Column, streamXlsx } from '../../file/xlsx-stream';
import type { Context } from '../../order/context';
import { requireKeeper } from '../require-keeper';
import { keptMatters, placeName } from './kept-matters';

interface MatterFilter {
  q?: string | undefined;
  out?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** The catalogue by code, those out of use too if asked for. */
export async function listMatters(ctx: Context, { q, out, cursor, limit }: MatterFilter) {
  requireKeeper(ctx, 'supervisor', 'admin', 'inspector');
  const words = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await ctx.db
    .select()
    .from(matter)
    .where(
      and(
        out ? undefined : eq(matter.active, true),
        words
          ? or(ilike(matter.name, words), ilike(matter.initials, words), ilike(matter.code, words))
          : undefined,
        cursor ? gt(matter.code, cursor) : undefined,
      ),
    )
    .orderBy(asc(matter.code))
    .limit(limit);
  return {
    items: rows.map(({ id, code, name, department, active, uses }) => ({
      id,
      code,
      name,
      department,
      active,
      uses,
    })),
    next: rows.length === limit ? (rows.at(-1)?.code ?? null) : null,
  };
}

/** Puts one matter out of use, or back; recorded. */
export async function setMatterActive(ctx: Context, id: string, active: boolean): Promise<void> {
  requireKeeper(ctx, 'supervisor', 'admin');
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(matter)
      .set({ active })
      .where(eq(matter.id, id))
      .returning({ code: matter.code });
    if (!row) throw new RuleBroken('matter.not-found', {}, 404);
    await appendAudit(tx, ctx.actor, ctx.now(), 'catalogue.changed', { code: row.code, active });
  });
  forgetMatters();
}

/** Teaches another name of a unit, as sheets write it; the next sheet is read with it. */
export async function teachAlias(ctx: Context, alias: string, unitId: string): Promise<void> {
  requireKeeper(ctx, 'supervisor', 'admin');
  if (!ctx.ref.units.get(unitId)?.active) throw new RuleBroken('unit.not-found', { path: 'unitId' }, 422);
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(unitAlias)
      .values({ alias, unitId, createdAt: ctx.now() })
      .onConflictDoUpdate({ target: unitAlias.alias, set: { unitId } });
    await appendAudit(tx, ctx.actor, ctx.now(), 'unit-alias.taught', { alias, unitId });
  });
}

interface Line {
  matter: KeptMatter;
  unit: string;
  place: string;
}
const columns: Column<Line>[] = [
  { title: matterColumns.code[0], width: 52, cell: ({ matter: { code } }) => code },
  { title: matterColumns.name[0], width: 60, cell: ({ matter: { name } }) => name },
  { title: matterColumns.unit[0], width: 28, cell: ({ unit }) => unit },
  { title: matterColumns.place[0], width: 24, cell: ({ place }) => place },
];

async function* everyLine(ctx: Context): AsyncIterable<Line> {
  for (const kept of await keptMatters(ctx.db, ctx.now())) {
    if (!kept.active) continue;
    const none = [{ unitId: '', placeKey: null }];
    for (const { unitId, placeKey } of kept.owners.length > 0 ? kept.owners : none) {
      const unit = ctx.ref.units.get(unitId)?.name ?? '';
      yield { matter: kept, unit, place: placeName(ctx, placeKey) };
    }
  }
}

/** The catalogue in use as the sheet that can be changed and read in again; recorded. */
export async function exportMatters(ctx: Context): Promise<ReadableStream> {
  requireKeeper(ctx, 'supervisor', 'admin', 'inspector');
  const record = (kind: string, data: Record<string, unknown>) =>
    ctx.db.transaction((tx) => appendAudit(tx, ctx.actor, ctx.now(), kind, data));
  await record('ledger.exported', { what: 'matters' });
  const note = `事项目录　${formatMoment(ctx.now())} 导出；修改后可以再导入`;
  return streamXlsx({ name: '事项目录', note, columns, rows: everyLine(ctx) }, (rows) =>
    record('export.finished', { what: 'matters', rows }),
  );
}
