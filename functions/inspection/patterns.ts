import { type SQL, sql } from 'drizzle-orm';
import type { Calendar } from '../../shared/sla/calendar';
import { addDays, type Day, dayOf, type Instant, instantAt, toIso } from '../../shared/sla/instant';

/** The period that is looked at, and its days off. */
export interface Span {
  first: Instant;
  last: Instant;
  calendar: Calendar;
}

/** Something worth a look: no proof of anything, but a reason to open the order. */
export interface Pattern {
  id: string;
  title: string;
  /** What exactly is counted, for the page. */
  definition: string;
  /** Rows of `order_id`, `at`, `value`, `actor`, along an index of the records that can show it (migrations 0031 and 0032). */
  hits(span: Span): SQL;
  /** What `value` says of one order. */
  say(value: number): string;
}

const instant = (at: Instant) => sql`${new Date(at).toISOString()}::timestamptz`;
const within = (span: Span, column: SQL) =>
  sql`${column} >= ${instant(span.first)} and ${column} < ${instant(span.last)}`;
const ofKind = (kind: string, span: Span) => sql`e.kind = ${kind} and ${within(span, sql`e.at`)}`;

/** As the indexes of migrations 0031 and 0032 have them. */
const rushMinutes = 30;
const raiseHours = 4;
const unreachedTimes = 3;
const returnedTimes = 2;
const quickMinutes = 10;

function daysOff({ first, last, calendar }: Span): Day[] {
  const off: Day[] = [];
  for (let day = dayOf(first); day <= dayOf(last - 1); day = addDays(day, 1))
    if (!calendar.isWorkingDay(day)) off.push(day);
  return off;
}
const midnights = (days: Day[]) =>
  sql`${sql.param(`{${days.map((day) => toIso(instantAt(day, '00:00'))).join(',')}}`)}::timestamptz[]`;

/** Contacts that reached somebody: what a hit of them is, and which were made outside the office hours of any day. */
const hour = sql`extract(hour from (e.at at time zone 'Asia/Shanghai'))`;
const reached = sql`e.order_id, e.at, ${hour}::float8 as value, e.actor`;
const isReached = (span: Span) => sql`${ofKind('order.contacted', span)} and e.data ->> 'result' = 'reached'`;
const evening = sql`(${hour} >= 18 or ${hour} < 8)`;

/** Orders with at least `least` records of a kind in the period; `value` is how many. */
const often = (kind: string, least: number, span: Span, and: SQL = sql`true`) => sql`
  select e.order_id, max(e.at) as at, count(*)::float8 as value, null::text as actor
  from event e where ${ofKind(kind, span)} and ${and}
  group by e.order_id having count(*) >= ${least}`;

/** The patterns of the page, the gravest first (spec 6: the inspector watches through the system). */
export const patterns: Pattern[] = [
  {
    id: 'rushed',
    title: '到期前抢办，后来重办',
    definition: `到期前 ${rushMinutes} 分钟内办结，之后又被重新办理或督办。`,
    hits: (span) => sql`
      select c.order_id, c.ended_at as at, extract(epoch from c.due_at - c.ended_at)::float8 / 60 as value,
        (select e.actor from event e where e.order_id = c.order_id and e.kind = 'order.resolved'
          and e.at = c.ended_at limit 1) as actor
      from clock c
      where c.kind in ('resolve', 'rectify') and ${within(span, sql`c.due_at`)} and c.outcome = 'met'
        and c.due_at - c.ended_at <= interval '30 minutes'
        and 0 < (select count(*) from event e where e.order_id = c.order_id
          and e.kind in ('order.reopened', 'order.supervised') and e.at > c.ended_at)`,
    say: (value) => `到期前 ${Math.floor(value)} 分钟办结`,
  },
  {
    id: 'self-callback',
    title: '办理人自己回访',
    definition: '单位回访由办结人本人作出，或标明“由办理人本人回访”。',
    hits: (span) => sql`
      select e.order_id, e.at, 1::float8 as value, e.actor
      from event e where ${ofKind('unit-callback.made', span)} and (e.data ->> 'self')::boolean`,
    say: () => '回访人与办结人相同',
  },
  {
    id: 'late-contact',
    title: '下班后补记联系',
    definition: '在工作日 18:00 至次日 8:00，或在休息日，登记“已联系上”。',
    hits: (span) => sql`
      select ${reached} from event e where ${isReached(span)} and ${evening}
      union all
      select found.* from unnest(${midnights(daysOff(span))}) off(day) cross join lateral (
        select ${reached} from event e where ${isReached(span)} and not ${evening}
          and e.at >= off.day and e.at < off.day + interval '24 hours' offset 0) found`,
    say: (value) => `${value} 时登记`,
  },
  {
    id: 'unreached',
    title: '多次“未联系上”',
    definition: `同一件登记“未联系上” ${unreachedTimes} 次以上。`,
    hits: (span) => often('order.contacted', unreachedTimes, span, sql`e.data ->> 'result' = 'unreached'`),
    say: (value) => `未联系上 ${value} 次`,
  },
  {
    id: 'raised-late',
    title: '快到期才上调难易',
    definition: `到期前 ${raiseHours} 小时内上调难易程度，期限因此延后。`,
    hits: (span) => sql`
      select e.order_id, e.at,
        ((e.data ->> 'from')::float8 / 1000 - extract(epoch from e.at))::float8 / 60 as value, e.actor
      from event e where ${ofKind('due.moved', span)} and e.data ->> 'because' = 'classify'
        and (e.data ->> 'to')::float8 > (e.data ->> 'from')::float8
        and to_timestamp((e.data ->> 'from')::float8 / 1000) - e.at <= interval '4 hours'`,
    say: (value) =>
      value < 60 ? `到期前 ${Math.floor(value)} 分钟上调` : `到期前 ${(value / 60).toFixed(1)} 小时上调`,
  },
  {
    id: 'quick',
    title: '接单几分钟就办结',
    definition: `接单后 ${quickMinutes} 分钟内办结（窗口当场解决的除外）。`,
    hits: (span) => sql`
      select f.order_id, f.first_resolved_at as at,
        extract(epoch from f.first_resolved_at - f.accepted_at)::float8 / 60 as value,
        (select e.actor from event e where e.order_id = f.order_id and e.kind = 'order.resolved'
          and e.at = f.first_resolved_at limit 1) as actor
      from order_figure f
      where ${within(span, sql`f.first_resolved_at`)} and f.accepted_at < f.first_resolved_at
        and f.first_resolved_at - f.accepted_at < interval '10 minutes'`,
    say: (value) => `接单 ${Math.max(1, Math.round(value))} 分钟后办结`,
  },
  {
    id: 'returned',
    title: '反复退单',
    definition: `同一件被退回 ${returnedTimes} 次以上。`,
    hits: (span) => often('order.returned', returnedTimes, span),
    say: (value) => `退回 ${value} 次`,
  },
  {
    id: 'circling',
    title: '改派兜圈',
    definition: '同一件又派给曾经派过的单位；按最近一次这样派单的时间计入。',
    hits: (span) => sql`
      select f.order_id, f.circled_at as at,
        (select count(*) from event e where e.order_id = f.order_id and e.kind = 'order.dispatched')::float8 as value,
        null::text as actor
      from order_figure f where ${within(span, sql`f.circled_at`)}`,
    say: (value) => `共派单 ${value} 次`,
  },
];
