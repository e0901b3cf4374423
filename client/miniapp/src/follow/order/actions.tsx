import { useState } from 'react';
import type { OrderView } from '../../../../../shared/order/view';
import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { problemWords, Told } from '../../part/state';
import { claimUploads } from '../../query/file';
import { commandOrder } from '../../query/order';
import { asProblem } from '../../request/problem';
import { newKey } from '../../setting/new-key';
import { useWords } from '../../words/use-words';
import { ActionForm, type FormCommand } from './action-form';

const withForm: FormCommand[] = ['supplement', 'urge', 'appeal', 'withdraw'];

interface ActionsProps {
  order: OrderView;
  put: (order: OrderView) => void;
  again: () => Promise<void>;
}

/** Only what this person may do now, as the server says. */
export function Actions({ order, put, again }: ActionsProps) {
  const words = useWords();
  const [open, setOpen] = useState<FormCommand | null>(null);
  const [key, setKey] = useState(newKey);
  const [told, setTold] = useState<{ kind: 'good' | 'bad'; text: string } | null>(null);
  const may = withForm.filter((command) => order.commands.includes(command));
  const send = async (command: FormCommand, text: string, files: string[]) => {
    try {
      put(await commandOrder(order.number, command, bodyOf(command, text, files, order.version), key));
      claimUploads(files);
      setKey(newKey());
      setOpen(null);
      setTold({ kind: 'good', text: words.order.sent });
    } catch (failure) {
      const problem = asProblem(failure);
      // only a plain refusal proves that it was not taken: anything else is sent again as the same
      if (problem.status >= 400 && problem.status < 500) setKey(newKey());
      if (problem.status === 409) await again();
      setTold({
        kind: 'bad',
        text:
          problem.status === 409 && problem.changed.length > 0
            ? words.order.changed
            : problemWords(problem, words),
      });
    }
  };
  if (may.length === 0 && !told) return null;
  return (
    <Box as="section" className="card actions" labelledBy="actions-title">
      <Box as="h2" className="card-title" id="actions-title">
        {words.order.actions}
      </Box>
      {told && (
        <Told kind={told.kind} id="action-told">
          {told.text}
        </Told>
      )}
      <Box className="stack">
        {may.map((command) =>
          open === command ? (
            <ActionForm
              key={command}
              command={command}
              number={order.number}
              send={(text, files) => send(command, text, files)}
              close={() => setOpen(null)}
            />
          ) : (
            <Press
              key={command}
              id={`do-${command}`}
              className={`second wide ${command}`}
              onPress={() => setOpen(command)}
            >
              {words.order[command]}
            </Press>
          ),
        )}
      </Box>
    </Box>
  );
}

function bodyOf(command: FormCommand, text: string, files: string[], version: number): object {
  const bodies: Record<FormCommand, object> = {
    supplement: { text, files },
    urge: text ? { note: text } : {},
    appeal: { reason: text, files },
    withdraw: { version, reason: text },
  };
  return bodies[command];
}
