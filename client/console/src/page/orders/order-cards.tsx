import { Link } from 'react-router';
import type { OrderCard } from '../../../../../shared/order/view';
import { Light } from '../../part/light';
import { OthersHere } from '../../part/others-here';
import type { Viewed } from '../../query/desk';

/** The list on a phone: a card for each order. */
export function OrderCards({ items, viewed }: { items: OrderCard[]; viewed: Viewed }) {
  return (
    <ul className="order-cards">
      {items.map((card) => (
        <li key={card.number}>
          <Link to={`/orders/${card.number}`} data-testid={`order-row-${card.number}`}>
            <span className="head">
              <Light light={card.light} />
              <span>{card.countdown ?? ''}</span>
              <span className="state">{card.stateWord}</span>
            </span>
            <b>{card.matter ?? '事项不清楚'}</b>
            <span className="muted">{card.excerpt}</span>
            <span className="muted small">
              {[card.number, card.holder?.name ?? '派单员', `${card.age}前提交`, ...card.flags].join('　')}
            </span>
            <OthersHere names={viewed[card.number] ?? []} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
