import type { Calendar } from './calendar';
import { clockTimeOf, type Day, dayOf, type Instant, instantAt } from './instant';

/** This moment within office hours (noon included), else the next opening: when staff may be rung (spec 5). */
export function nextOpening(at: Instant, calendar: Calendar): Instant {
  const today = dayOf(at);
  const opensOn = (day: Day) => calendar.officeHours(day)[0]?.[0] ?? '09:00';
  const opens = opensOn(today);
  const closes = calendar.officeHours(today).at(-1)?.[1] ?? '17:00';
  const time = clockTimeOf(at);
  if (calendar.isWorkingDay(today)) {
    if (time >= opens && time < closes) return at;
    if (time < opens) return instantAt(today, opens);
  }
  const next = calendar.nextWorkingDay(today);
  return instantAt(next, opensOn(next));
}
