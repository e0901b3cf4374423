import type { Call } from './script';

export interface Result {
  /** What the API is told; null for a call that did not get through where the API knows no such answer. */
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
  'withdrawal-callback': [
    { id: 'free', title: '自愿撤回', hint: '没有人施压', body: { pressured: false }, reached: false },
    { id: 'pressured', title: '受到压力', hint: '通知督办和监督', body: { pressured: true }, reached: false },
  ],
};

/** Why nobody was reached; the usual reason first. */
export const unreachedReasons = ['无人接听', '关机或不在服务区', '空号或错号', '拒接', '约好另外的时间'];
