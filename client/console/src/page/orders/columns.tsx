import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { towns } from '../../../../../shared/catalogue/towns';
import type { OrderCard } from '../../../../../shared/order/view';
import { channels, complexities, stages } from '../../../../../shared/order/vocabulary';
import { Light, shortTime } from '../../part/light';
import { OthersHere } from '../../part/others-here';

export interface Column {
  key: string;
  title: string;
  /** At least so wide, in pixels. */
  width: number;
  cell: (card: OrderCard, others: string[]) => ReactNode;
}

const two = (first: ReactNode, second: ReactNode) => (
  <>
    {first}
    <div className="muted">{second}</div>
  </>
);

/** Every column the list can show, in the order it shows them at first. */
export const columns: Column[] = [
  { key: 'light', title: '灯', width: 90, cell: (card) => <Light light={card.light} /> },
  {
    key: 'due',
    title: '期限',
    width: 146,
    cell: (card) => (card.dueAt ? two(card.countdown, shortTime(card.dueAt)) : '—'),
  },
  {
    key: 'number',
    title: '编号',
    width: 150,
    cell: (card, others) => (
      <>
        <Link to={`/orders/${card.number}`} data-testid={`order-row-${card.number}`}>
          {card.number}
        </Link>
        <div>
          <OthersHere names={others} />
        </div>
      </>
    ),
  },
  { key: 'state', title: '状态', width: 92, cell: (card) => card.stateWord },
  {
    key: 'what',
    title: '内容',
    width: 240,
    cell: (card) => (
      <>
        <b>{card.matter ?? '事项不清楚'}</b>
        <div className="muted excerpt">{card.excerpt}</div>
        {card.flags.length > 0 ? <div className="flags">{card.flags.join('　')}</div> : null}
      </>
    ),
  },
  { key: 'who', title: '反映人', width: 110, cell: (card) => two(card.reporterName, card.reporterPhone) },
  { key: 'holder', title: '现在由谁办', width: 136, cell: (card) => card.holder?.name ?? '派单员' },
  {
    key: 'age',
    title: '提交',
    width: 134,
    cell: (card) => two(shortTime(card.submittedAt), `${card.age}前`),
  },
  { key: 'lead', title: '主办单位', width: 150, cell: (card) => card.lead?.name ?? '—' },
  { key: 'channel', title: '渠道', width: 112, cell: (card) => channels[card.channel] },
  {
    key: 'town',
    title: '乡镇',
    width: 88,
    cell: (card) => towns.find(({ code }) => code === card.town)?.name ?? '—',
  },
  { key: 'stage', title: '卡在哪一步', width: 160, cell: (card) => stages[card.stage] },
  {
    key: 'complexity',
    title: '难易',
    width: 72,
    cell: (card) => (card.complexity ? complexities[card.complexity] : '—'),
  },
  { key: 'urged', title: '催办', width: 72, cell: (card) => (card.urged > 0 ? `${card.urged} 次` : '—') },
  { key: 'round', title: '轮次', width: 72, cell: (card) => card.round },
];
const atFirst = ['light', 'due', 'number', 'state', 'what', 'who', 'holder', 'age'];

/** The columns a person chose, in his order; those of the first day where nothing was chosen. */
export function chosenColumns(keys: unknown): Column[] {
  const wanted = Array.isArray(keys) && keys.length > 0 ? keys : atFirst;
  return wanted.flatMap((key) => columns.find((each) => each.key === key) ?? []);
}
