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

/** An answer that the API knows by its own name, from somebody who was on the line. */
const answer = (id: string, title: string, hint: string): Result => ({
  id,
  title,
  hint,
  body: { result: id },
  reached: true,
});
const unreached: Result = {
  ...answer('unreached', '没接通', '隔两小时再打，三次算未联系上'),
  reached: false,
};
/** What a check of a declined order found; it is noted in words. */
const found = (id: string, title: string, hint: string, said = title): Result => ({
  id,
  title,
  hint,
  body: { text: `不予受理抽查：${said}` },
  reached: false,
});

/** The answers a call can have, the good one first. */
export const resultsOf: Record<Call, Result[]> = {
  'unit-callback': [
    answer('solved', '已解决', '反映人说办好了'),
    answer('unsolved', '未解决', '要重新办理，或由区级回访'),
    unreached,
  ],
  'district-callback': [
    answer('confirmed', '已解决', '情况属实'),
    answer('unresolved', '未解决', '转督办，列入待通报'),
    answer('misreported', '谎报瞒报', '答复与实情不符'),
    unreached,
  ],
  'declined-check': [
    found('clear', '讲清楚了', '反映人明白了', '已讲清楚'),
    found('unclear', '没讲清楚', '电话里补充解释', '没有讲清楚，已补充解释'),
    found('against', '不同意', '请对方申诉', '反映人不同意，已告知可以申诉'),
    found('unreached', '没接通', '下次再打'),
  ],
  'withdrawal-callback': [
    { id: 'free', title: '自愿撤回', hint: '没有人施压', body: { pressured: false }, reached: false },
    { id: 'pressured', title: '受到压力', hint: '通知督办和监督', body: { pressured: true }, reached: false },
  ],
};

/** Why nobody was reached; the usual reason first. */
export const unreachedReasons = ['无人接听', '关机或不在服务区', '空号或错号', '拒接', '约好另外的时间'];
