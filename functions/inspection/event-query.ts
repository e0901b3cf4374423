import * as z from 'zod';
import { type EventGroup, eventGroups } from '../../shared/notice/event-word';
import { day } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { dayMs, type Instant, instantAt } from '../../shared/sla/instant';
import { cursor, limit, numberParam } from '../http/define';

/** Longest period that is looked through at once; an order's own records have no such bound. */
const mostDays = 366;

/** What an inspector may look for in the ledger: a group or kind, who, which unit, from day to day, one order. */
export const EventQuery = z.strictObject({
  group: z.enum(Object.keys(eventGroups) as [EventGroup, ...EventGroup[]]).optional(),
  kind: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .max(60)
    .optional(),
  staff: z.uuid().optional(),
  unit: z.uuid().optional(),
  number: numberParam.optional(),
  from: day,
  to: day,
  cursor,
  limit,
});
export type EventQuery = z.infer<typeof EventQuery>;

/** Both days count; throws when they are the wrong way round or too far apart. */
export function spanOf({ from, to }: { from: string; to: string }, days = mostDays) {
  const [first, last] = [instantAt(from, '00:00'), instantAt(to, '00:00') + dayMs];
  if (last <= first || last - first > days * dayMs)
    throw new RuleBroken('inspection.period', { path: 'to', days }, 422);
  return { first, last };
}

/** The key of the last row that was shown. */
export interface Mark {
  at: Instant;
  id: string;
}
export const toCursor = ({ at, id }: Mark): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** The mark of a cursor; null when it is none of ours. */
export function fromCursor(text: string | undefined): Mark | null {
  try {
    const [at, id] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as [number, string];
    return Number.isFinite(at) && /^[0-9a-f-]{1,36}$/.test(id) ? { at, id } : null;
  } catch {
    return null;
  }
}
