import type { Call } from './script';

export interface Result {
  /** What the API is told. */
  body: Record<string, unknown>;
  id: string;
  title: string;
  hint: string;
  /** The reporter was on the line, so his satisfaction can be asked. */
  reached: boolean;
}

const unreached: Result = {
  id: 'unreached',
  title: '没接通',
  hint: '隔两小时再打，三次算未联系上',
  body: { result: 'unreached' },
  reached: false,
};

/** The answers a call can have, the good one first. */
export const resultsOf: Record<Call, Result[]> = {
  'unit-callback': [
    { id: 'solved', title: '已解决', hint: '反映人说办好了', body: { result: 'solved' }, reached: true },
    {
      id: 'unsolved',
      title: '未解决',
      hint: '要重新办理，或由区级回访',
      body: { result: 'unsolved' },
      reached: true,
    },
    unreached,
  ],
  'district-callback': [
    { id: 'confirmed', title: '已解决', hint: '情况属实', body: { result: 'confirmed' }, reached: true },
    {
      id: 'unresolved',
      title: '未解决',
      hint: '转督办，列入待通报',
      body: { result: 'unresolved' },
      reached: true,
    },
    {
      id: 'misreported',
      title: '谎报瞒报',
      hint: '答复与实情不符',
      body: { result: 'misreported' },
      reached: true,
    },
    unreached,
  ],
  'declined-check': [
    {
      id: 'clear',
      title: '讲清楚了',
      hint: '反映人明白了',
      body: { text: '不予受理抽查：已讲清楚' },
      reached: false,
    },
    {
      id: 'unclear',
      title: '没讲清楚',
      hint: '电话里补充解释',
      body: { text: '不予受理抽查：没有讲清楚，已补充解释' },
      reached: false,
    },
    {
      id: 'against',
      title: '不同意',
      hint: '请对方申诉',
      body: { text: '不予受理抽查：反映人不同意，已告知可以申诉' },
      reached: false,
    },
    {
      id: 'unreached',
      title: '没接通',
      hint: '下次再打',
      body: { text: '不予受理抽查：没接通' },
      reached: false,
    },
  ],
  'withdrawal-callback': [
    { id: 'free', title: '自愿撤回', hint: '没有人施压', body: { pressured: false }, reached: false },
    { id: 'pressured', title: '受到压力', hint: '通知督办和监督', body: { pressured: true }, reached: false },
  ],
};

/** Why nobody was reached; the usual reason first. */
export const unreachedReasons = ['无人接听', '关机或不在服务区', '空号或错号', '拒接', '约好另外的时间'];
