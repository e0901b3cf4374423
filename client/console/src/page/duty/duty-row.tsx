import type { OrderCard } from '../../../../../shared/order/view';
import { Light } from '../../part/light';

/** One order that waits: by when, whose, about what, and what makes it urgent. */
export function DutyRow({
  card,
  chosen,
  onChoose,
}: {
  card: OrderCard;
  chosen: boolean;
  onChoose: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        className="duty-row"
        aria-pressed={chosen}
        onClick={onChoose}
        data-testid={`duty-${card.number}`}
      >
        <span>
          <b>{card.matter ?? '事项不清楚'}</b> <Light light={card.light} />
        </span>
        <span className="muted">
          {card.number}　{card.lead?.name ?? ''}　{card.countdown ?? ''}
        </span>
        {card.flags.length > 0 ? <b className="flag">{card.flags.join('、')}</b> : null}
      </button>
    </li>
  );
}
