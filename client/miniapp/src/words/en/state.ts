import type { Words } from '../zh';

export const state: Words['state'] = {
  loading: 'Loading…',
  offline: 'No connection',
  offlineHint: 'Please check your network. Nothing you wrote is lost.',
  error: 'The service is busy',
  errorHint: 'Please try again in a moment.',
  again: 'Try again',
  refresh: 'Refresh',
  missing: 'Not found, or not yours to see',
  expired: 'Please sign in again.',
};
