import { officeHours } from './between';
import type { Calendar } from './calendar';
import { clockTimeOf, dayOf, type Instant, instantAt } from './instant';

/** This moment within office hours (noon included), else the next opening: when staff may be rung (spec 5). */
export function nextOpening(at: Instant, calendar: Calendar): Instant {
  const opens = officeHours[0]?.[0] ?? '09:00';
  const closes = officeHours.at(-1)?.[1] ?? '17:00';
  const today = dayOf(at);
  const time = clockTimeOf(at);
  if (calendar.isWorkingDay(today)) {
    if (time >= opens && time < closes) return at;
    if (time < opens) return instantAt(today, opens);
  }
  return instantAt(calendar.nextWorkingDay(today), opens);
}
