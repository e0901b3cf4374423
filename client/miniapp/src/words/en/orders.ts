import type { Words } from '../zh';

export const orders: Words['orders'] = {
  title: 'My reports',
  filters: 'Filter',
  open: 'Open',
  done: 'Done',
  all: 'All',
  empty: 'No reports here.',
  emptyHint: 'Whenever something gets stuck, tell us.',
  noneDone: 'Nothing is finished yet.',
  noneDoneHint: 'What has been closed stands here.',
  more: 'Show more',
  submitted: (when) => `Submitted ${when}`,
};
