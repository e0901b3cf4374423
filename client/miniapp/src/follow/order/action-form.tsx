import { useState } from 'react';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { LongEntry } from '../../element/long-entry';
import { Press } from '../../element/press';
import { FilePicker } from '../../part/file-picker';
import { Told } from '../../part/state';
import { useFiles } from '../../part/use-files';
import { tokenFor } from '../../setting/session';
import { useWords } from '../../words/use-words';

export type FormCommand = 'supplement' | 'urge' | 'appeal' | 'withdraw';

interface ActionFormProps {
  command: FormCommand;
  number: string;
  send: (text: string, files: string[]) => Promise<void>;
  close: () => void;
}

/** A few words, and files where they help; it opens in its place, no window over the page. */
export function ActionForm({ command, number, send, close }: ActionFormProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [need, setNeed] = useState(false);
  const token = tokenFor(number);
  const files = useFiles({ ready: true, token });
  const { order } = words;
  const said = {
    supplement: { hint: order.supplementHint, caption: order.supplementText },
    urge: { hint: order.urgeHint, caption: order.urgeNote },
    appeal: { hint: order.appealHint, caption: order.appealReason },
    withdraw: { hint: order.withdrawHint, caption: order.withdrawReason },
  }[command];
  const go = async () => {
    if (command !== 'urge' && text.trim().length < 2) return setNeed(true);
    if (files.busy) return undefined;
    setBusy(true);
    await send(text.trim(), files.ids);
    return setBusy(false);
  };
  return (
    <Box className="action-form" id={`form-${command}`}>
      <Box as="h3" className="small-title">
        {order[command]}
      </Box>
      <Box as="p" className="hint">
        {said.hint}
      </Box>
      <Box className="field">
        <Caption of={`${command}-text`} optional={command === 'urge' ? words.report.optional : undefined}>
          {said.caption}
        </Caption>
        <LongEntry
          id={`${command}-text`}
          rows={3}
          maxLength={command === 'urge' ? 500 : 1000}
          value={text}
          invalid={need}
          onChange={setText}
        />
        {need && <Told kind="bad">{order.textNeed}</Told>}
      </Box>
      {(command === 'supplement' || command === 'appeal') && <FilePicker files={files} />}
      <Box className="two">
        <Press className="second" onPress={close}>
          {order.cancel}
        </Press>
        <Press className="first" id={`send-${command}`} disabled={busy} onPress={() => void go()}>
          {order.send}
        </Press>
      </Box>
    </Box>
  );
}
