import type { Calendar } from './calendar';
import { defaultClosing, due, type Limit, type WalkDay, walk } from './due';
import { type ClockTime, type Day, dayOf, formatMoment, type Instant, weekdayOf } from './instant';

export interface ExplainStep {
  from: Day;
  to: Day;
  text: string;
}

const short = (day: Day) => day.slice(5);
const offName = (day: Day, calendar: Calendar) =>
  calendar.nameOf(day) ?? ([0, 6].includes(weekdayOf(day)) ? '周末' : '不上班');

/** Days off with the same name stand together: "11-21、22 周末", "10-01 至 10-08 国庆节". */
function offStep(days: WalkDay[], calendar: Calendar): ExplainStep {
  const from = days[0]?.day ?? '';
  const to = days.at(-1)?.day ?? from;
  const pair = from.slice(0, 7) === to.slice(0, 7) ? to.slice(8) : short(to);
  const span =
    days.length === 1
      ? short(from)
      : days.length === 2
        ? `${short(from)}、${pair}`
        : `${short(from)} 至 ${short(to)}`;
  return { from, to, text: `${span} ${offName(from, calendar)}` };
}

function dayStep({ day, counts, number }: WalkDay, limit: Limit, start: Day, event: string): ExplainStep {
  const at = { from: day, to: day };
  if (counts === 'start') return { ...at, text: `${short(day)} ${event}，不计入` };
  const makeUp = [0, 6].includes(weekdayOf(day)) ? '（调休上班）' : '';
  if (limit.kind === 'same-day' && day === start)
    return { ...at, text: `${short(day)}${makeUp} ${event}，当日计` };
  return { ...at, text: `${short(day)}${makeUp} 第 ${number} 个工作日` };
}

/** Runs of days off under one name, every other day alone. */
function grouped(days: Iterable<WalkDay>, calendar: Calendar): WalkDay[][] {
  const groups: WalkDay[][] = [];
  for (const each of days) {
    const before = groups.at(-1)?.[0];
    const joins =
      before?.counts === 'off' &&
      each.counts === 'off' &&
      offName(before.day, calendar) === offName(each.day, calendar);
    if (joins) groups.at(-1)?.push(each);
    else groups.push([each]);
  }
  return groups;
}

const counted = (limit: Limit) => limit.kind === 'same-day' || limit.kind === 'working-days';

/**
 * The walk that `due` takes, told day by day; the last step is the due itself (spec 3). `event` names what started
 * it, such as 接单; `movedTo` is the due as it stands now, told too where an extension or a change moved it.
 */
export function explainDue(
  start: Instant,
  limit: Limit,
  calendar: Calendar,
  closing: ClockTime = defaultClosing,
  event = '起算',
  movedTo: Instant | null = null,
): ExplainStep[] {
  const days = counted(limit) ? grouped(walk(start, limit, calendar, closing), calendar) : [];
  const steps = days.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [first.counts === 'off' ? offStep(group, calendar) : dayStep(first, limit, dayOf(start), event)];
  });
  const { dueAt, provisional } = due(start, limit, calendar, closing);
  const end = (at: Instant, words: string): ExplainStep => ({
    from: dayOf(at),
    to: dayOf(at),
    text: `${formatMoment(at)} ${words}${provisional ? '（放假安排公布前暂定）' : ''}`,
  });
  if (movedTo === null || movedTo === dueAt) return [...steps, end(dueAt, '到期')];
  return [...steps, end(dueAt, '原到期'), end(movedTo, '调整后到期')];
}

/** The steps in one line, joined by "·". */
export const explainText = (...how: Parameters<typeof explainDue>): string =>
  explainDue(...how)
    .map((step) => step.text)
    .join(' · ');
