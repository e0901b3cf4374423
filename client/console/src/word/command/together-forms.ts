import type { OrderView } from '../../../../../shared/order/view';
import { files, reason, request, unit } from './common-field';
import type { Field, Forms } from './field';

/** The day on which the order itself is due, where that is still to come. */
const dueDay = (order: OrderView): string | undefined => {
  const day = order.dueAt?.slice(0, 10);
  return day && day > new Date().toISOString().slice(0, 10) ? day : undefined;
};
const assistDay: Field = {
  name: 'dueOn',
  label: '回复期限',
  kind: 'day',
  start: dueDay,
  help: '不晚于本件的期限；已不足一个工作日的，可到下一个工作日',
};

const ownAssist = (order: OrderView): string | undefined =>
  order.assists.find((each) => each.mine && each.state === 'open')?.id;
const firstAssist =
  (...states: string[]) =>
  (order: OrderView): string | undefined =>
    order.assists.find((each) => states.includes(each.state))?.id;

/** Commands by which other units are drawn in, or the order goes to them (spec 2). */
export const togetherForms: Forms = {
  assist: {
    title: '请求协办',
    intro: '请别的单位配合。本单位的时限不停。',
    fields: [{ ...unit, units: 'others' }, request, assistDay, files],
  },
  'assist-reply': {
    title: '协办回复',
    bare: true,
    fields: [
      { name: 'assistId', label: '协办', kind: 'assist', assists: ['open'], mine: true, start: ownAssist },
      {
        name: 'answer',
        label: '怎么答复',
        kind: 'choice',
        aside: true,
        start: 'reply',
        choices: [
          { value: 'reply', label: '回复协办' },
          { value: 'decline', label: '不应由本单位协办' },
        ],
      },
      { name: 'reply', label: '回复', kind: 'text', when: (_, { answer }) => answer !== 'decline' },
      { ...files, when: (_, { answer }) => answer !== 'decline' },
      {
        name: 'declineReason',
        label: '理由',
        kind: 'text',
        help: '只能提一次，由派单员裁定',
        when: (_, { answer }) => answer === 'decline',
      },
    ],
  },
  'assist-drop': {
    title: '取消协办',
    fields: [
      { name: 'assistId', label: '协办', kind: 'assist', start: firstAssist('open', 'declined') },
      reason,
    ],
  },
  'assist-arbitrate': {
    title: '裁定协办',
    fields: [
      {
        name: 'assistId',
        label: '协办',
        kind: 'assist',
        assists: ['declined'],
        start: firstAssist('declined'),
      },
      {
        name: 'decision',
        label: '裁定',
        kind: 'choice',
        choices: [
          { value: 'must-reply', label: '应当协办' },
          { value: 'release', label: '不用协办' },
        ],
      },
      { ...assistDay, when: (_, { decision }) => decision === 'must-reply' },
      reason,
    ],
  },
  delegate: {
    title: '向下派单',
    intro: '交给下级单位具体办理，本单位仍然负责。',
    fields: [{ ...unit, units: 'below' }, request],
  },
  'delegate-return': { title: '交还上级', fields: [reason] },
  recall: { title: '收回办理', fields: [reason] },
  escalate: {
    title: '报请协调',
    intro: '跨部门、跨层级的难题，报区政务服务办协调。',
    fields: [reason],
  },
  coordinate: {
    title: '协调意见',
    intro: '记录协调意见；可以同时指定协办单位和期限。',
    fields: [
      { name: 'decision', label: '意见', kind: 'text' },
      { name: 'assists', label: '要哪些单位协办（期限有约束力）', kind: 'asks', optional: true },
    ],
  },
  transfer: {
    title: '变更主办',
    intro: '主办单位只能这样变更。时限接着算。',
    fields: [unit, reason],
  },
  merge: {
    title: '并案',
    intro: '并入另一件一起办，期限以较早的为准。',
    fields: [{ name: 'primaryNumber', label: '并入哪一件（编号）', kind: 'line' }, reason],
  },
  unmerge: {
    title: '撤销并案',
    intro: '恢复单独办理，期限照原来的算。',
    fields: [reason],
  },
};
