import { Checkbox } from 'antd';
import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { OrderCard } from '../../../../../shared/order/view';
import { Sideways } from '../../part/sideways';
import type { Viewed } from '../../query/desk';
import type { Column } from './columns';
import type { Choosing } from './use-choosing';

interface Shown {
  items: OrderCard[];
  viewed: Viewed;
  columns: Column[];
  /** Null where nothing may be done to several at once. */
  choosing: Choosing | null;
}

function Row({
  card,
  others,
  columns,
  choosing,
}: { card: OrderCard; others: string[] } & Omit<Shown, 'items' | 'viewed'>) {
  const navigate = useNavigate();
  const open = () => void navigate(`/orders/${card.number}`);
  const isChosen = choosing?.chosen.has(card.number) ?? false;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) open();
  };
  return (
    <tr
      tabIndex={-1}
      data-number={card.number}
      className={isChosen ? 'chosen' : undefined}
      onDoubleClick={open}
      onKeyDown={onKeyDown}
    >
      {choosing ? (
        <td className="choose noprint">
          <Checkbox
            aria-label={`选择 ${card.number}`}
            checked={isChosen}
            onChange={() => choosing.toggle([card])}
          />
        </td>
      ) : null}
      {columns.map((column) => (
        <td key={column.key} className={`c-${column.key}`}>
          {column.cell(card, others)}
        </td>
      ))}
    </tr>
  );
}

/** The list as a table: columns as chosen, rows to choose, moved through by keys. */
export function OrderTable({ items, viewed, columns, choosing }: Shown) {
  const wide = columns.reduce((sum, { width }) => sum + width, choosing ? 44 : 0);
  const chosenHere = items.filter((card) => choosing?.chosen.has(card.number)).length;
  return (
    <Sideways>
      <table className="order-table" style={{ ['--wide' as string]: `${wide}px` }}>
        <colgroup>
          {choosing ? <col style={{ width: 44 }} className="noprint" /> : null}
          {columns.map(({ key, width }) => (
            <col key={key} style={key === 'what' ? {} : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {choosing ? (
              <th className="choose noprint">
                <Checkbox
                  aria-label="选择本页全部"
                  checked={items.length > 0 && chosenHere === items.length}
                  indeterminate={chosenHere > 0 && chosenHere < items.length}
                  onChange={() => choosing.toggle(items)}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((card) => (
            <Row
              key={card.number}
              card={card}
              others={viewed[card.number] ?? []}
              columns={columns}
              choosing={choosing}
            />
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
