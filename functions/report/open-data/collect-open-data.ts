import { sql } from 'drizzle-orm';
import { towns } from '../../../shared/catalogue/towns';
import { channels } from '../../../shared/order/vocabulary';
import { coarsen, measures } from '../../../shared/report/open-data/dictionary';
import { mergeSmall, type OpenGroup, type OpenRow } from '../../../shared/report/open-data/merge-small';
import { instantAt, toIso } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';

export interface OpenData {
  version: 1;
  year: number;
  asOf: string;
  rows: OpenRow[];
}

const iso = (year: number) =>
  sql`${new Date(instantAt(`${year}-01-01`, '00:00')).toISOString()}::timestamptz`;

/** Orders of a year alike in every dimension, with what became of them: figures alone, no words, nobody's name. */
async function alike(ctx: Context, year: number): Promise<Record<string, unknown>[]> {
  const now = sql`${new Date(ctx.now()).toISOString()}::timestamptz`;
  const { rows } = await ctx.db.execute(sql`
    select extract(quarter from f.submitted_at at time zone 'Asia/Shanghai')::int as quarter, f.unit_id::text as unit,
      m.name as matter, f.reporter_kind as kind, f.channel, f.town, count(*)::int as n,
      count(f.last_resolved_at)::int as of0,
      count(*) filter (where f.last_resolved_at is not null and f.supervised = 0 and not f.appealed and f.reopened = 0)::int as count0,
      count(c.met)::int as of1, count(*) filter (where c.met)::int as count1,
      count(r.solved)::int as of2, count(*) filter (where r.solved)::int as count2,
      count(r.satisfaction)::int as of3, count(*) filter (where r.satisfaction >= 3)::int as count3
    from order_figure f
    left join matter m on m.id = f.matter_id
    left join lateral (select solved, satisfaction from round_figure where order_id = f.order_id order by round desc limit 1) r on true
    left join lateral (
      select outcome is not distinct from 'met' as met from clock
      where order_id = f.order_id and kind = 'resolve'
        and (outcome in ('met', 'late') or (ended_at is null and due_at < ${now}))
      order by due_at desc limit 1
    ) c on true
    where f.submitted_at >= ${iso(year)} and f.submitted_at < ${iso(year + 1)}
    group by 1, 2, 3, 4, 5, 6`);
  return rows;
}

const townNames = new Map(towns.map(({ code, name }) => [code as string, name]));

/** A year's open data, every line of five people or more (spec 7). */
export async function collectOpenData(ctx: Context, year: number): Promise<OpenData> {
  const groups = (await alike(ctx, year)).map((row): OpenGroup => {
    const word = (key: string) => (row[key] === null ? null : String(row[key]));
    return {
      dimensions: [
        `${year}年第${row.quarter}季度`,
        ctx.ref.units.get(word('unit') ?? '')?.name ?? '未派单',
        word('matter') ?? '未选事项',
        word('kind') === 'enterprise' ? '企业' : '个人',
        channels[word('channel') as keyof typeof channels] ?? '其他',
        townNames.get(word('town') ?? '') ?? '未填',
      ],
      n: Number(row.n),
      measures: Array.from({ length: measures.length / 2 }, (_, at) => [
        Number(row[`of${at}`]),
        Number(row[`count${at}`]),
      ]),
    };
  });
  return { version: 1, year, asOf: toIso(ctx.now()), rows: mergeSmall(groups, coarsen) };
}
