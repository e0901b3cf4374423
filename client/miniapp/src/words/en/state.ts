import type { Words } from '../zh';
import { problems } from './problems';

export const state: Words['state'] = {
  loading: 'Loading…',
  offline: 'No connection',
  offlineHint: 'Please check your network. Nothing you wrote is lost.',
  error: 'The service is busy',
  errorHint: 'Please try again in a moment.',
  again: 'Try again',
  refresh: 'Refresh',
  missing: 'Not found, or not yours to see',
  stale: 'This could not be updated just now. Below is what was read before.',
  staleOffline: 'No connection. Below is what was read before.',
  noNumber: 'The number of the report is missing',
  noNumberHint: 'Open it from “My reports”, or look it up by number and code.',
  problemSaid: (code, title) =>
    problems[code] ?? (title && 'This is not possible right now. Please refresh and look again.'),
  entriesSaid: (messages) => (messages.length > 0 ? 'Please check what you filled in.' : ''),
  expired: 'Please sign in again.',
};
