import { keepNothing } from '../platform/storage';
import { readVisit } from '../platform/visit';

/** How this visit came in, read once. */
export const visit = readVisit();

if (visit.kiosk) keepNothing();
