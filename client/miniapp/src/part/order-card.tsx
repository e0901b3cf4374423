import type { OrderCard as Card } from '../../../../shared/order/view';
import { Box } from '../element/box';
import { Door } from '../element/door';
import { momentWords } from '../setting/date-words';
import { orderPage } from '../setting/pages';
import { useWords } from '../words/use-words';
import { LightWords } from './light-words';

/** Where no unit's time runs any more that the reporter waits for. */
const answered = ['resolved', 'closed', 'declined', 'withdrawn', 'merged'];

/** One report in a list: what it is about, where it stands, what comes next. */
export function OrderCard({ card }: { card: Card }) {
  const words = useWords();
  return (
    <Door to={orderPage(card.number)} className="card order-card" id={`order-${card.number}`}>
      <Box className="order-head">
        <Box as="span" className={`mark mark-${card.state}`}>
          {words.standing.state(card.state, card.stateWord)}
        </Box>
        <Box as="span" className="faint">
          {words.orders.submitted(momentWords(card.submittedAt, words))}
        </Box>
      </Box>
      <Box as="h2" className="order-title">
        {card.matter ?? card.excerpt ?? words.stages[card.stage]}
      </Box>
      <Box as="p" className="order-sentence">
        {words.standing.sentence(card, (iso) => momentWords(iso, words))}
      </Box>
      {!answered.includes(card.state) && <LightWords light={card.light} countdown={card.countdown} />}
      <Box as="p" className="order-number">
        {card.number}
      </Box>
    </Door>
  );
}
