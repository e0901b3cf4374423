export const messages = {
  title: '消息',
  empty: '还没有消息。',
  emptyHint: '诉求有进展时，会在这里告诉您。',
  unread: '未读',
  open: '查看诉求',
  readAll: '全部标为已读',
  more: '再看一些',
  lead: (unread: number) => `${unread} 条未读`,
};
