import { statutoryDays } from '../../../../../shared/sla/statutory-days';
import type { Day } from './day';

/** The holidays by law of a year whose notice has not come out, to begin the form with. */
export const lawfulDays = (year: number): Day[] =>
  [...statutoryDays(year)].map(([date, name]) => ({ date, name, isOffDay: true }));
