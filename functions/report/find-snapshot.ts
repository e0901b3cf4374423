import { and, desc, eq, lt, or } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { periodName, type ReportKind, reportKinds } from '../../shared/report/period';
import type { ReportFigures } from '../../shared/report/report-figures';
import { fromIso, toIso } from '../../shared/sla/instant';
import { reportSnapshot, staff } from '../db/schema';
import type { Context } from '../order/context';

type Row = typeof reportSnapshot.$inferSelect;
export type ReportSnapshot = Omit<Row, 'figures' | 'kind'> & {
  kind: ReportKind;
  figures: ReportFigures;
};

/** A report's snapshot; 404 where there is none. */
export async function getSnapshot(ctx: Context, id: string): Promise<ReportSnapshot> {
  const [row] = await ctx.db.select().from(reportSnapshot).where(eq(reportSnapshot.id, id));
  if (!row || row.kind === 'open-data') throw new RuleBroken('report.unknown', {}, 404);
  return { ...row, kind: row.kind, figures: row.figures as ReportFigures };
}

const listed = {
  id: reportSnapshot.id,
  kind: reportSnapshot.kind,
  fromDay: reportSnapshot.fromDay,
  toDay: reportSnapshot.toDay,
  hash: reportSnapshot.hash,
  madeAt: reportSnapshot.madeAt,
  madeBy: staff.name,
};

/** The newest first, page by page. */
export async function listSnapshots(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const [at, id] = cursor?.split('~') ?? [];
  const before =
    at && id && /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at))
      ? or(
          lt(reportSnapshot.madeAt, fromIso(at)),
          and(eq(reportSnapshot.madeAt, fromIso(at)), lt(reportSnapshot.id, id)),
        )
      : undefined;
  const rows = await ctx.db
    .select(listed)
    .from(reportSnapshot)
    .leftJoin(staff, eq(staff.id, reportSnapshot.madeBy))
    .where(before)
    .orderBy(desc(reportSnapshot.madeAt), desc(reportSnapshot.id))
    .limit(limit);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => {
      const period = { from: row.fromDay, to: row.toDay };
      return {
        ...row,
        kindWord: row.kind === 'open-data' ? '开放数据' : reportKinds[row.kind],
        period: periodName({ kind: row.kind === 'open-data' ? 'year' : row.kind, ...period }),
        madeAt: toIso(row.madeAt),
      };
    }),
    next: last && rows.length === limit ? `${toIso(last.madeAt)}~${last.id}` : null,
  };
}
