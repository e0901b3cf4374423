const fields: Record<string, string> = {
  title: '标题',
  cause: '原因',
  detail: '说明',
  matterIds: '事项',
  ownerUnitId: '责任单位',
  responsibleId: '责任人',
};

type Data = Record<string, unknown>;
const kinds: Record<string, (data: Data) => string> = {
  'problem.opened': ({ orders }) => `列入问题清单，依据工单 ${String(orders)} 件`,
  'problem.edited': ({ changed }) => {
    const names = Array.isArray(changed) ? changed.map((key) => fields[String(key)] ?? '') : [];
    return names.length > 0 ? `修改了${names.join('、')}` : '保存，没有变化';
  },
  'problem.evidence': ({ added, dropped }) => `依据工单：加 ${String(added)} 件，减 ${String(dropped)} 件`,
  'problem.measure-set': ({ due, dueBefore }) =>
    dueBefore && dueBefore !== due
      ? `修改措施，期限由 ${String(dueBefore)} 改为 ${String(due)}`
      : `定措施，期限 ${String(due)}`,
  'problem.finished': ({ inTime }) => (inTime ? '措施按期完成' : '措施完成，已过期限'),
  'problem.confirmed': () => '确认有效',
  'problem.recurred': () => '认定又发生',
  'problem.dropped': () => '撤销',
};

/** A line of an item's history in plain words. */
export const problemEventWords = (kind: string, data: Data): string => kinds[kind]?.(data) ?? '有变化';
