import { useState } from 'react';
import { Box } from '../../element/box';
import { Press } from '../../element/press';

interface SureRowProps {
  id: string;
  word: string;
  hint: string;
  /** What the row says once it was touched: it is done at the second touch, no window opens over the page. */
  sure?: string;
  onPress: () => void;
}

/** Something to do with the account, asked twice where it cannot be taken back. */
export function SureRow({ id, word, hint, sure, onPress }: SureRowProps) {
  const [asked, setAsked] = useState(false);
  const press = () => {
    if (sure && !asked) return setAsked(true);
    setAsked(false);
    return onPress();
  };
  return (
    <Press className={`row${asked ? ' asked' : ''}`} id={id} onPress={press}>
      <Box as="span" className="row-words">
        <Box as="span">{asked ? sure : word}</Box>
        <Box as="span" className="faint">
          {hint}
        </Box>
      </Box>
    </Press>
  );
}
