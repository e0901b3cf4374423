export const vocabulary = {
  /** Between two things said in one line, and between two sentences. */
  comma: '，',
  semicolon: '；',
  date: {
    day: (month: number, day: number) => `${month} 月 ${day} 日`,
    dayOfYear: (year: number, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日`,
  },
  stages: {
    'not-accepted': '申请了，没有被受理',
    'not-approved': '受理了，没有通过审批',
    'not-finished': '审批了，一直没有办完',
    'not-solved-at-centre': '到办事大厅，没有得到解决',
    other: '其他办事中遇到的问题',
  },
};
