import type { Sample } from '../../shared/routing/classifier';
import { sequence } from '../../shared/routing/linear-solver';
import type { ServiceItem } from './read-messages';

const openings = ['我去大厅办', '上个月申请', '网上办理', '想办', '一直办不成', '帮家里老人办', '公司要办'];
const endings = [
  '窗口说材料不全，跑了三次都没有办好。',
  '系统一直提示出错，打电话也没有人接。',
  '受理了两个月还没有结果。',
  '说要先去别的部门盖章，两边推来推去。',
  '工作人员态度不好，也没有讲清楚缺什么。',
  '被退回来，不知道是什么原因。',
];

export interface PastDispatch extends Sample {
  item: number;
}

/** What people would write about an item: only a part of its name, some letters lost, in everyday phrases. */
export function simulateDispatches(items: readonly ServiceItem[], perItem: number): PastDispatch[] {
  const next = sequence(42);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const spoken = (name: string) => {
    const plain = name.replace(/[（(].*?[）)]/g, '');
    const length = Math.max(4, Math.ceil(plain.length * (0.4 + 0.5 * next())));
    const from = Math.floor(next() * Math.max(1, plain.length - length + 1));
    return [...plain.slice(from, from + length)].filter(() => next() > 0.08).join('');
  };
  return items.flatMap(({ name, department }, item) =>
    Array.from({ length: perItem }, () => ({
      item,
      label: department,
      text: `${pick(openings)}${spoken(name)}，${pick(endings)}${next() < 0.3 ? pick(endings) : ''}`,
    })),
  );
}
