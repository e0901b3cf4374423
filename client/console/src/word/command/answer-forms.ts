import { days, reason } from './common-field';
import type { Forms } from './field';

/** Commands that judge what was done: callbacks, supervision, closing (spec 2). */
export const answerForms: Forms = {
  'unit-callback': { title: '单位回访', bare: true, fields: [] },
  'district-callback': { title: '区级回访', bare: true, fields: [] },
  supervise: {
    title: '督办',
    intro: '要求主办单位在期限内把这一件改好，通知单位负责人。',
    fields: [reason, { name: 'demand', label: '整改要求', kind: 'text' }, days],
  },
  excuse: {
    title: '免予通报',
    intro: '这一问题不再列入通报，理由会留下。',
    fields: [reason],
  },
  reopen: { title: '重新办理', intro: '重新交给主办单位办理。', fields: [reason, days] },
  close: {
    title: '归档',
    intro: '归档后不再办理；反映人 15 天内仍可评价。',
    fields: [reason],
  },
  'withdrawal-callback': { title: '撤回回访', bare: true, fields: [] },
};
