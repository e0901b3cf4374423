import { type SQL, sql } from 'drizzle-orm';
import { endedCounter, metCounter } from '../../shared/figure/counter';
import { satisfactions } from '../../shared/order/vocabulary';
import type { ClockKind } from '../../shared/sla/clock-types';

/** Where the lines behind a figure stand: the order by one of its moments, its rounds, its clocks by a due, or the problem list. */
export type Source =
  | 'submitted'
  | 'resolved'
  | 'closed'
  | 'round'
  | 'due'
  | 'original-due'
  | 'running'
  | 'improvement';

export interface Definition {
  id: string;
  title: string;
  /** In words, shown beside the figure. */
  formula: string;
  /** Its counter in the roll-ups, and that of what it is a share of. */
  counter: string;
  ofCounter: string | null;
  /** Running clocks that are red now, and are part of what it is a share of. */
  red: ClockKind | null;
  source: Source;
  /** Which lines count, and of which (null: a plain count). `now` is a named part of the query's `with`. */
  counts: SQL;
  of: SQL | null;
}

const all = sql`true`;
const now = sql`(select now from present)`;

const clockTitles: Record<ClockKind, string> = {
  dispatch: '派单',
  accept: '接单',
  contact: '联系',
  resolve: '办结',
  rectify: '整改',
  'follow-up': '进展告知',
  assist: '协办',
  arbitrate: '协办裁定',
  'unit-callback': '单位回访',
  'district-callback': '区级回访',
  'supervise-due': '下达督办',
};

/** Ended, or voided after its due: the late fact stays (spec 3). */
const ended = sql`(c.outcome in ('met', 'late') or (c.outcome = 'void' and c.late_by_ms > 0))`;
const refused = sql`exists (select from event e where e.chain = 'order:' || c.order_id and e.kind in ('order.returned', 'order.declined') and e.at = c.ended_at)`;
const kindIs = (kind: ClockKind) =>
  kind === 'accept' ? sql`c.kind = 'accept' and not ${refused}` : sql`c.kind = ${sql.raw(`'${kind}'`)}`;

/** Met ÷ (ended + running and red), by due date in the period, so that never finishing is not 100 % (spec 7). */
const onTime = ([kind, title]: [string, string]): Definition => ({
  id: `on-time-${kind}`,
  title: `${title}按时率`,
  formula: '按时完成 ÷（已结束 + 未完成且已超期），按期限所在日期统计',
  counter: metCounter(kind),
  ofCounter: endedCounter(kind),
  red: kind as ClockKind,
  source: 'due',
  counts: sql`(${kindIs(kind as ClockKind)} and c.outcome = 'met')`,
  of: sql`(${kindIs(kind as ClockKind)} and (${ended} or (c.ended_at is null and c.due_at < ${now})))`,
});

const deadlines: Definition[] = [
  ...Object.entries(clockTitles).map(onTime),
  {
    id: 'on-time-resolve-original',
    title: '办结按时率（按原期限）',
    formula: '在延期前的期限内办结 ÷（已结束 + 未办结且已过原期限），按原期限所在日期统计',
    counter: 'resolve_original_met',
    ofCounter: 'resolve_original_ended',
    red: 'resolve',
    source: 'original-due',
    counts: sql`(c.kind = 'resolve' and c.outcome is not null and c.ended_at <= c.original_due_at and c.outcome <> 'void')`,
    of: sql`(c.kind = 'resolve' and (c.outcome in ('met', 'late') or (c.outcome = 'void' and c.ended_at > c.original_due_at) or (c.ended_at is null and c.original_due_at < ${now})))`,
  },
  {
    id: 'accept-apart',
    title: '未接单而退回或不予受理',
    formula: '期限内退单或不予受理 ÷ 以退单或不予受理结束的待接单，不计入接单按时率',
    counter: 'accept_apart_met',
    ofCounter: 'accept_apart_ended',
    red: null,
    source: 'due',
    counts: sql`(c.kind = 'accept' and c.outcome = 'met' and ${refused})`,
    of: sql`(c.kind = 'accept' and ${ended} and ${refused})`,
  },
  {
    id: 'overdue-now',
    title: '现在超期',
    formula: '此刻仍在计时且已过期限的时限，不论期限在哪一天',
    counter: 'overdue_now',
    ofCounter: null,
    red: null,
    source: 'running',
    counts: all,
    of: null,
  },
];

interface Plain {
  id: string;
  title: string;
  formula: string;
  source: Source;
  counter: string;
  counts: SQL;
  ofCounter?: string;
  of?: SQL;
}
const plain = ({ ofCounter, of, ...rest }: Plain): Definition => ({
  ...rest,
  ofCounter: ofCounter ?? null,
  of: of ?? null,
  red: null,
});

/** Orders that it happened to ÷ received, and how many times it happened. */
const happening = (id: string, title: string, what: string): Definition[] => [
  plain({
    id,
    title,
    formula: `${what}的件数 ÷ 收到的件数`,
    source: 'submitted',
    counter: id,
    counts: sql.raw(`f.${id} > 0`),
    ofCounter: 'received',
    of: all,
  }),
  plain({
    id: `${id}-times`,
    title: `${title}次数`,
    formula: `期间内收到的件中，${what}的总次数`,
    source: 'submitted',
    counter: `${id}_times`,
    counts: sql.raw(`f.${id} > 0`),
  }),
];

const intake: Definition[] = [
  plain({
    id: 'received',
    title: '收到',
    formula: '期间内提交或登记的件数',
    source: 'submitted',
    counter: 'received',
    counts: all,
  }),
  plain({
    id: 'withdrawn',
    title: '其中撤回',
    formula: '期间内收到、后来撤回的件数',
    source: 'submitted',
    counter: 'withdrawn',
    counts: sql`f.withdrawn_at is not null`,
  }),
  plain({
    id: 'declined',
    title: '其中不予受理',
    formula: '期间内收到、不予受理的件数',
    source: 'submitted',
    counter: 'declined',
    counts: sql`f.declined_at is not null`,
  }),
];

/** The distribution of satisfaction, level by level. */
const levels = Object.entries(satisfactions).map(([level, word]) =>
  plain({
    id: `level-${level}`,
    title: `评价：${word}`,
    formula: `有评价的轮次中，评价为“${word}”的轮次`,
    source: 'round',
    counter: `level_${level}`,
    counts: sql.raw(`r.satisfaction = ${level}`),
    ofCounter: 'rated',
    of: sql`r.satisfaction is not null`,
  }),
);

const outcomes: Definition[] = [
  plain({
    id: 'solved',
    title: '解决率',
    formula: '答复已解决 ÷ 有答复；每轮一个答复：反映人的评价，其次区级回访，再次单位回访',
    source: 'round',
    counter: 'solved',
    counts: sql`r.solved`,
    ofCounter: 'answered',
    of: sql`r.solved is not null`,
  }),
  plain({
    id: 'unanswered',
    title: '没有答复是否解决',
    formula: '已办结但没有人答复是否解决的轮次',
    source: 'round',
    counter: 'unanswered',
    counts: sql`r.solved is null`,
  }),
  plain({
    id: 'satisfied',
    title: '满意率',
    formula: '基本满意及以上 ÷ 有评价；每轮一个评价，先后同解决率',
    source: 'round',
    counter: 'satisfied',
    counts: sql`r.satisfaction >= 3`,
    ofCounter: 'rated',
    of: sql`r.satisfaction is not null`,
  }),
  plain({
    id: 'unrated',
    title: '没有评价满意度',
    formula: '已办结但没有人评价满意度的轮次',
    source: 'round',
    counter: 'unrated',
    counts: sql`r.satisfaction is null`,
  }),
  plain({
    id: 'unit-callback-cover',
    title: '单位回访覆盖',
    formula: '有单位回访的件数 ÷ 办结的件数，按最后一次办结统计',
    source: 'resolved',
    counter: 'unit_called',
    counts: sql`f.unit_called`,
    ofCounter: 'resolved',
    of: all,
  }),
  plain({
    id: 'district-callback-cover',
    title: '区级回访覆盖',
    formula: '有区级回访的件数 ÷ 办结的件数，按最后一次办结统计',
    source: 'resolved',
    counter: 'district_called',
    counts: sql`f.district_called`,
    ofCounter: 'resolved',
    of: all,
  }),
];

/** Every figure of spec 7 with its definition: by its counters, and by the lines behind it. */
export const definitions: readonly Definition[] = [
  ...intake,
  ...deadlines,
  ...outcomes,
  ...levels,
  ...happening('supervised', '被督办', '被督办'),
  ...happening('returned', '被退单', '被退回'),
  ...happening('reclassified', '改过难易', '难易改动'),
  ...happening('extended', '延过期', '同意延期'),
  ...happening('urged', '被催办', '被催办'),
  ...happening('reopened', '重新办理', '重新办理'),
  plain({
    id: 'first-time-right',
    title: '一次办好率',
    formula: '没有督办、申诉、重新办理而归档 ÷ 归档',
    source: 'closed',
    counter: 'first_time_right',
    counts: sql`f.supervised = 0 and not f.appealed and f.reopened = 0`,
    ofCounter: 'closed',
    of: all,
  }),
  plain({
    id: 'improvements-done',
    title: '整改措施按期完成率',
    formula: '期限内完成的措施 ÷ 到期的措施，按措施期限统计；见问题清单',
    source: 'improvement',
    counter: 'improvements_done',
    counts: all,
    ofCounter: 'improvements_due',
    of: all,
  }),
];
