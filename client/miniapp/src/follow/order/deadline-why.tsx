import { useState } from 'react';
import type { OrderView } from '../../../../../shared/order/view';
import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { useWords } from '../../words/use-words';

type Clock = OrderView['clocks'][number];

/** How each running deadline was reckoned, day by day. */
export function DeadlineWhy({ clocks }: { clocks: Clock[] }) {
  const words = useWords().order;
  const [shown, setShown] = useState(false);
  if (clocks.length === 0) return null;
  return (
    <Box className="why">
      <Press className="fold" id="why" expanded={shown} onPress={() => setShown(!shown)}>
        {words.why}
      </Press>
      {shown && clocks.map((clock) => <Days key={`${clock.kind}-${clock.startedAt}`} clock={clock} />)}
      {shown && clocks.some((clock) => clock.provisional) && (
        <Box as="p" className="hint">
          {words.provisional}
        </Box>
      )}
    </Box>
  );
}

const Days = ({ clock }: { clock: Clock }) => (
  <Box className="explanation">
    <Box as="h3" className="small-title">
      {clock.title}
    </Box>
    <Box as="ol" className="days">
      {clock.explanation.split(' · ').map((day) => (
        <Box as="li" key={day}>
          {day}
        </Box>
      ))}
    </Box>
  </Box>
);
