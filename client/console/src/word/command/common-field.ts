import type { Field } from './field';

export const reason: Field = { name: 'reason', label: '理由', kind: 'text' };
export const unit: Field = { name: 'unitId', label: '单位', kind: 'unit' };
export const request: Field = { name: 'request', label: '请求内容', kind: 'text' };
/** Photos and PDFs, where the command carries them (spec 2, 4). */
export const files: Field = { name: 'files', label: '照片或文件', kind: 'files', optional: true };
export const note: Field = { name: 'note', label: '备注', kind: 'text', optional: true };
export const days: Field = { name: 'days', label: '工作日数', kind: 'number', start: 3 };
