import { useMatch } from 'react-router';
import { useOthersAt } from '../query/desk';
import { OthersHere } from './others-here';

/** Above an order's page: who else has it open now, so that two people do not do the same work. */
export function Presence() {
  const number = useMatch('/orders/:number')?.params.number ?? '';
  const others = useOthersAt(number).data?.others ?? [];
  return (
    <div aria-live="polite" className="presence">
      {number ? <OthersHere names={others.map((each) => each.name)} /> : null}
    </div>
  );
}
