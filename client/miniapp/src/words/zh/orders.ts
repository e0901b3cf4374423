export const orders = {
  title: '我的诉求',
  filters: '筛选',
  open: '办理中',
  done: '已办完',
  all: '全部',
  empty: '这里还没有诉求。',
  emptyHint: '办事遇到困难，随时可以反映。',
  noneDone: '还没有办完的诉求。',
  noneDoneHint: '办完并归档的会在这里。',
  more: '再看一些',
  submitted: (when: string) => `${when} 提交`,
};
