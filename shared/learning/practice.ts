/** The states of a good practice (spec 7). */
export const practiceStates = {
  proposed: '待审核',
  returned: '退回修改',
  approved: '已发布',
  withdrawn: '已撤下',
} as const;
export type PracticeState = keyof typeof practiceStates;
