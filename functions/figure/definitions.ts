import { type SQL, sql } from 'drizzle-orm';

/** Where a figure's lines come from: the order by one of its moments, its rounds, or its clocks by their due. */
export type Source = 'submitted' | 'resolved' | 'closed' | 'round' | 'clock';

export interface Definition {
  id: string;
  title: string;
  /** In words, shown beside the figure. */
  formula: string;
  source: Source;
  /** Which lines count, and of which (null: a plain count). */
  counts: SQL;
  of: SQL | null;
}

const all = sql`true`;
const ended = (kind: string, due: SQL, now: SQL) =>
  sql`(c.kind = ${kind} and (c.outcome in ('met', 'late') or (c.ended_at is null and ${due} < ${now})))`;
const inTime = (kind: string, due: SQL) =>
  sql`(c.kind = ${kind} and c.outcome in ('met', 'late') and c.ended_at <= ${due})`;

const clockTitles: Record<string, string> = {
  dispatch: '派单',
  accept: '接单',
  contact: '联系',
  classify: '定难易',
  resolve: '办结',
  rectify: '整改',
  'unit-callback': '单位回访',
  'district-callback': '区级回访',
  assist: '协办',
};

/** On time: met ÷ (ended + running and red), by due date in the period, so that never finishing is not 100 % (spec 7). */
const onTime = (now: SQL): Definition[] => [
  ...Object.entries(clockTitles).map(
    ([kind, title]): Definition => ({
      id: `on-time-${kind}`,
      title: `${title}按时率`,
      formula: '按时完成 ÷（已完成 + 未完成且已超期），按期限所在日期统计',
      source: 'clock',
      counts: sql`(c.kind = ${kind} and c.outcome = 'met')`,
      of: ended(kind, sql`c.due_at`, now),
    }),
  ),
  {
    id: 'on-time-resolve-original',
    title: '办结按时率（按原期限）',
    formula: '在延期前的期限内办结 ÷（已办结 + 未办结且已过原期限）',
    source: 'clock',
    counts: inTime('resolve', sql`c.original_due_at`),
    of: ended('resolve', sql`c.original_due_at`, now),
  },
  {
    id: 'accept-returned',
    title: '未接单而退回或不予受理',
    formula: '接单期限因退单、改派或不予受理而终止的件数，不计入按时率',
    source: 'clock',
    counts: sql`(c.kind = 'accept' and c.outcome = 'void')`,
    of: null,
  },
];

const share = (id: string, title: string, column: string, what: string): Definition => ({
  id,
  title,
  formula: `${what}的件数 ÷ 收到的件数`,
  source: 'submitted',
  counts: sql.raw(`f.${column} > 0`),
  of: all,
});

/** Every figure of spec 7 with its definition; `now` decides what is red. */
export const definitions = (now: SQL): Definition[] => [
  {
    id: 'received',
    title: '收到',
    formula: '期间内提交或登记的件数',
    source: 'submitted',
    counts: all,
    of: null,
  },
  {
    id: 'withdrawn',
    title: '其中撤回',
    formula: '期间内收到、后来撤回的件数',
    source: 'submitted',
    counts: sql`f.withdrawn_at is not null`,
    of: null,
  },
  {
    id: 'declined',
    title: '其中不予受理',
    formula: '期间内收到、不予受理的件数',
    source: 'submitted',
    counts: sql`f.declined_at is not null`,
    of: null,
  },
  ...onTime(now),
  {
    id: 'solved',
    title: '解决率',
    formula: '答复已解决 ÷ 有答复；每轮一个答复：反映人的评价，其次区级回访，再次单位回访',
    source: 'round',
    counts: sql`r.solved`,
    of: sql`r.solved is not null`,
  },
  {
    id: 'unanswered',
    title: '没有答复的',
    formula: '已办结但没有任何答复的轮次',
    source: 'round',
    counts: sql`r.solved is null`,
    of: null,
  },
  {
    id: 'satisfied',
    title: '满意率',
    formula: '评价三级及以上 ÷ 有评价',
    source: 'round',
    counts: sql`r.satisfaction >= 3`,
    of: sql`r.satisfaction is not null`,
  },
  {
    id: 'unit-callback-cover',
    title: '单位回访覆盖',
    formula: '单位回访过的轮次 ÷ 已办结的轮次',
    source: 'round',
    counts: sql`r.unit_callback`,
    of: all,
  },
  {
    id: 'district-callback-cover',
    title: '区级回访覆盖',
    formula: '区级回访过的轮次 ÷ 已办结的轮次',
    source: 'round',
    counts: sql`r.district_callback`,
    of: all,
  },
  share('supervised', '被督办', 'supervised', '被督办过'),
  share('returned', '被退单', 'returned', '被退回过'),
  share('reclassified', '改过难易', 'reclassified', '难易改过'),
  share('extended', '延过期', 'extended', '同意过延期'),
  share('urged', '被催办', 'urged', '催办过'),
  share('reopened', '重新办理', 'reopened', '重新办理过'),
  {
    id: 'first-time-right',
    title: '一次办好率',
    formula: '没有督办、申诉、重新办理而归档 ÷ 归档',
    source: 'closed',
    counts: sql`f.supervised = 0 and not f.appealed and f.reopened = 0`,
    of: all,
  },
];
