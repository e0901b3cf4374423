import type { OrderView } from '../../../../../shared/order/view';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { LightWords } from '../../part/light-words';
import { PhoneCall } from '../../part/phone-call';
import { momentWords } from '../../setting/date-words';
import { evaluatePage } from '../../setting/pages';
import { useWords } from '../../words/use-words';
import { DeadlineWhy } from './deadline-why';
import { Track } from './track';

/** Where it stands now, in one sentence, who has it, and the deadline with how it was reckoned. */
export function StatusCard({ order }: { order: OrderView }) {
  const words = useWords();
  const running = order.clocks.filter((clock) => clock.running);
  return (
    <Box as="section" className="card status-card" labelledBy="status-title">
      <Box className="order-head">
        <Box as="h2" className={`mark mark-${order.state}`} id="status-title">
          {words.standing.state(order.state, order.stateWord)}
        </Box>
        <Box as="span" className="order-number" id="order-number">
          {order.number}
        </Box>
      </Box>
      {order.matter && (
        <Box as="p" className="order-title">
          {order.matter}
        </Box>
      )}
      <Track state={order.state} />
      <Box as="p" className="status-sentence" id="order-sentence">
        {words.standing.sentence(order, (iso) => momentWords(iso, words))}
      </Box>
      {order.primaryNumber && (
        <Box as="p" className="hint">
          {words.order.merged(order.primaryNumber)}
        </Box>
      )}
      <Box as="dl" className="facts">
        {order.holder && (
          <Box className="fact">
            <Box as="dt">{words.order.holder}</Box>
            <Box as="dd">
              <Box as="strong">{order.holder.name}</Box>
              {order.holder.phone && <PhoneCall phone={order.holder.phone} />}
            </Box>
          </Box>
        )}
        {running.map((clock) => (
          <Box className="fact" key={`${clock.kind}-${clock.startedAt}`}>
            <Box as="dt">{words.standing.clock(clock.kind, clock.title)}</Box>
            <Box as="dd">
              <Box as="strong">{words.receipt.by(momentWords(clock.dueAt, words))}</Box>
              <LightWords light={clock.light} countdown={clock.countdown} />
            </Box>
          </Box>
        ))}
      </Box>
      {order.commands.includes('evaluate') && (
        <Door to={evaluatePage(order.number)} className="first wide" id="go-evaluate">
          {order.evaluation ? words.order.evaluateAgain : words.order.evaluate}
        </Door>
      )}
      <DeadlineWhy clocks={running} />
    </Box>
  );
}
