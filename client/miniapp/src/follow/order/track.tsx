import type { OrderView } from '../../../../../shared/order/view';
import { Box } from '../../element/box';
import { useWords } from '../../words/use-words';

const steps = ['submitted', 'dispatched', 'handling', 'resolved', 'closed'] as const;

/** Where the report stands on its way, at a glance. A report that left the way, such as a withdrawn one, has none. */
export function Track({ state }: { state: OrderView['state'] }) {
  const words = useWords().order;
  const at = steps.findIndex((step) => step === (state === 'rectifying' ? 'handling' : state));
  if (at < 0) return null;
  return (
    <Box as="ol" className="track" label={words.now}>
      {steps.map((step, index) => {
        const passed = index < at || state === 'closed';
        const look = passed ? 'passed' : index === at ? 'here' : 'ahead';
        return (
          <Box as="li" key={step} className={`track-step ${look}`}>
            <Box as="span" className="track-mark" hidden>
              {passed ? '✓' : ''}
            </Box>
            <Box as="span" className="track-word">
              {words.track[step]}
            </Box>
            {index === at && (
              <Box as="span" className="only-read">
                {words.trackHere}
              </Box>
            )}
          </Box>
        );
      })}
    </Box>
  );
}
