import type { Words } from '../zh';

export const messages: Words['messages'] = {
  title: 'Messages',
  empty: 'No messages yet.',
  emptyHint: 'When your report moves on, we tell you here.',
  unread: 'Unread',
  open: 'See report',
  readAll: 'Mark all as read',
  more: 'Show more',
  lead: (unread) => `${unread} unread`,
};
