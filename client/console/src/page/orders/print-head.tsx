import { useSyncExternalStore } from 'react';
import type { Me } from '../../query/staff';

interface Head {
  me: Me;
  asked: string;
  count: number;
}

const stamp = () =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date());

const marks = Array.from({ length: 12 }, (_, at) => `mark-${at}`);
let printedAt = stamp();
const subscribe = (changed: () => void) => {
  const begin = () => {
    printedAt = stamp();
    changed();
  };
  window.addEventListener('beforeprint', begin);
  return () => window.removeEventListener('beforeprint', begin);
};

/** On paper alone: what it is, what was asked for, who printed it when, and a mark across the page. */
export function PrintHead({ me, asked, count }: Head) {
  const at = useSyncExternalStore(subscribe, () => printedAt);
  const unit = me.roles[0]?.unit?.name ?? '';
  const who = `${unit} ${me.staff.name}`;
  return (
    <div className="print-head">
      <h1>“办不成事”反映窗口工单清单</h1>
      <p>
        {asked ? `筛选：${asked}` : '筛选：无'}　本页 {count} 件
      </p>
      <p>
        {who}　{at} 打印　仅供工作使用，请勿外传
      </p>
      <div className="watermark" aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark}>
            {who} {at}
          </span>
        ))}
      </div>
    </div>
  );
}
