import type { OrderView } from '../../../../../shared/order/view';
import { type Call, scriptOf } from './script';

/** The words of the call, to be read out as they stand. */
export function Script({
  call,
  order,
  caller,
}: {
  call: Call;
  order: OrderView;
  caller: { name: string; unit: string };
}) {
  const { greeting, about, questions, closing } = scriptOf(call, order, caller);
  return (
    <div className="script" data-testid="script">
      <p>{greeting}</p>
      <p>{about}</p>
      <ol>
        {questions.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      <p>{closing}</p>
    </div>
  );
}
