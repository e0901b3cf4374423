import * as z from 'zod';
import { day, text } from '../../shared/order/contract/field';
import type { DayOverride, HolidayYear } from '../../shared/sla/calendar';
import { NoticeNotUnderstood } from '../../shared/sla/notice-not-understood';
import { parseHolidayNotice } from '../../shared/sla/notice-text';

const Day = z.strictObject({ name: text(1, 40), date: day, isOffDay: z.boolean() });
/** A year as JSON in the shape of `data/holidays/YYYY.json`, which a form makes as well. */
const Year = z.strictObject({
  year: z.int().min(2000).max(2099),
  papers: z.array(text(1, 300)).max(10).optional(),
  days: z.array(Day).min(1).max(120),
});
const Override = z.strictObject({ date: day, isOffDay: z.boolean(), name: text(2, 40) });

/** One change of the calendar (spec 3): a year, the pasted text of its notice, a district day, or taking one back. */
export const CalendarEdit = z.strictObject({
  year: Year.optional(),
  notice: text(10, 10_000).optional(),
  override: Override.optional(),
  dropOverride: day.optional(),
  /** Why days gone by change as well; the supervisor's to give. */
  pastReason: text(2, 500).optional(),
});
export type CalendarEdit = z.infer<typeof CalendarEdit>;

export interface CalendarData {
  years: HolidayYear[];
  overrides: DayOverride[];
}

/** The year that the change brings, read from JSON or from the notice's words. Throws NoticeNotUnderstood. */
export function yearOf(edit: CalendarEdit): HolidayYear | null {
  if (edit.notice) return parseHolidayNotice(edit.notice);
  if (!edit.year) return null;
  const days = new Set(edit.year.days.map((each) => each.date));
  if (days.size < edit.year.days.length)
    throw new NoticeNotUnderstood(`${edit.year.year} 年`, '同一天写了两次');
  return edit.year as HolidayYear;
}

/** The calendar's data after the change. */
export function applied(before: CalendarData, edit: CalendarEdit): CalendarData {
  const year = yearOf(edit);
  const years = year ? [...before.years.filter((each) => each.year !== year.year), year] : before.years;
  const gone = edit.override?.date ?? edit.dropOverride;
  const kept = before.overrides.filter((each) => each.date !== gone);
  return { years, overrides: edit.override ? [...kept, edit.override as DayOverride] : kept };
}
