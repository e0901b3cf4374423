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
  const first = days[0]?.day ?? '';
  const last = days.at(-1)?.day ?? first;
  const name = offName(first, calendar);
  const span =
    first === last
      ? short(first)
      : days.length === 2
        ? `${short(first)}、${last.slice(8)}`
        : `${short(first)} 至 ${short(last)}`;
  return { from: first, to: last, text: `${span} ${name}` };
}

function workingStep({ day, number }: WalkDay, sameDay: boolean): ExplainStep {
  const makeUp = [0, 6].includes(weekdayOf(day)) ? '（调休上班）' : '';
  return {
    from: day,
    to: day,
    text: sameDay ? `${short(day)}${makeUp} 当日` : `${short(day)}${makeUp} 第 ${number} 个工作日`,
  };
}

/** The walk that `due` takes, told day by day; the last step is the due itself. */
export function explainDue(
  start: Instant,
  limit: Limit,
  calendar: Calendar,
  closing: ClockTime = defaultClosing,
  event = '起算',
): ExplainStep[] {
  const steps: ExplainStep[] = [];
  let off: WalkDay[] = [];
  const flush = () => {
    if (off.length > 0) steps.push(offStep(off, calendar));
    off = [];
  };
  for (const each of limit.kind === 'instant' || limit.kind === 'on-day'
    ? []
    : walk(start, limit, calendar, closing)) {
    if (
      each.counts === 'off' &&
      off.length > 0 &&
      offName(off[0]?.day ?? '', calendar) !== offName(each.day, calendar)
    )
      flush();
    if (each.counts === 'off') off.push(each);
    else {
      flush();
      if (each.counts === 'start')
        steps.push({ from: each.day, to: each.day, text: `${short(each.day)} ${event}，不计入` });
      else steps.push(workingStep(each, limit.kind === 'same-day' && each.day === dayOf(start)));
    }
  }
  flush();
  const { dueAt, provisional } = due(start, limit, calendar, closing);
  const mark = provisional ? '（放假安排公布前暂定）' : '';
  return [...steps, { from: dayOf(dueAt), to: dayOf(dueAt), text: `${formatMoment(dueAt)} 到期${mark}` }];
}

/** The steps in one line, joined by "·". */
export const explainText = (...how: Parameters<typeof explainDue>): string =>
  explainDue(...how)
    .map((step) => step.text)
    .join(' · ');
