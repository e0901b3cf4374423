import { files, note } from './common-field';
import type { Forms } from './field';

/** Commands that only add to what is known, or press (spec 2). */
export const noteForms: Forms = {
  urge: {
    title: '催办',
    intro: '提醒现在的办理单位，会计入催办次数。',
    bare: true,
    fields: [note],
  },
  supplement: {
    title: '补充材料',
    intro: '反映人看得到。',
    bare: true,
    fields: [{ name: 'text', label: '内容', kind: 'text' }, files],
  },
  note: {
    title: '内部备注',
    intro: '只有工作人员看得到。',
    bare: true,
    fields: [{ name: 'text', label: '内容', kind: 'text' }, files],
  },
};
