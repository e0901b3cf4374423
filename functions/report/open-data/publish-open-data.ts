import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { dataCsv, dictionaryCsv, readme } from '../../../shared/report/open-data/csv';
import { dayOf, fromIso } from '../../../shared/sla/instant';
import { requireKeeper } from '../../admin/require-keeper';
import { appendAudit } from '../../audit/append-event';
import { reportSnapshot } from '../../db/schema';
import { zipOf } from '../../file/zip-of';
import type { Context } from '../../order/context';
import { hashOf } from '../freeze-figures';
import { collectOpenData, type OpenData } from './collect-open-data';

export const PublishOpenData = z.strictObject({ year: z.int().min(2020).max(2099) });

/**
 * Freezes a year's open data, once: two versions held against each other could tell of one person (spec 7). The year
 * must be over.
 */
export async function publishOpenData(
  ctx: Context,
  { year }: z.infer<typeof PublishOpenData>,
): Promise<{ id: string }> {
  requireKeeper(ctx, 'supervisor');
  if (ctx.actor.kind !== 'staff') throw new RuleBroken('order.forbidden', {}, 403);
  const [fromDay, toDay] = [`${year}-01-01`, `${year}-12-31`];
  if (toDay >= dayOf(ctx.now())) throw new RuleBroken('open-data.year-not-over', { path: 'year' }, 422);
  const figures = await collectOpenData(ctx, year);
  const row = {
    id: ctx.newId(),
    kind: 'open-data' as const,
    fromDay,
    toDay,
    head: { issuer: '', recipients: '' },
    figures,
    hash: hashOf(figures),
    madeBy: ctx.actor.id,
    madeAt: ctx.now(),
  };
  await ctx.db.transaction(async (tx) => {
    const made = await tx
      .insert(reportSnapshot)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: reportSnapshot.id });
    if (made.length === 0) throw new RuleBroken('open-data.there-already', { path: 'year' }, 409);
    await appendAudit(tx, ctx.actor, ctx.now(), 'open-data.frozen', {
      snapshotId: row.id,
      year,
      hash: row.hash,
    });
  });
  return { id: row.id };
}

/** The frozen open data as a zip: data, dictionary, what it is; the same bytes each time. */
export async function openDataZip(ctx: Context, id: string): Promise<{ name: string; bytes: Buffer }> {
  const [row] = await ctx.db
    .select()
    .from(reportSnapshot)
    .where(and(eq(reportSnapshot.id, id), eq(reportSnapshot.kind, 'open-data')));
  if (!row) throw new RuleBroken('report.unknown', {}, 404);
  const { year, rows, asOf } = row.figures as OpenData;
  const files = new Map([
    ['诉求汇总.csv', Buffer.from(dataCsv(rows))],
    ['数据字典.csv', Buffer.from(dictionaryCsv())],
    ['说明.txt', Buffer.from(`\uFEFF${readme(year, rows, asOf)}`)],
  ]);
  const bytes = await zipOf(files, fromIso(asOf));
  await ctx.db.transaction((tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'report.exported', { snapshotId: id, as: 'open-data.zip' }),
  );
  return { name: `“办不成事”反映窗口${year}年开放数据`, bytes };
}
