import { useState } from 'react';
import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { useWords } from '../../words/use-words';

/** An unfinished report came back; it can be thrown away, asked for twice. */
export function RestoredNotice({ clear }: { clear: () => void }) {
  const words = useWords().report;
  const [asked, setAsked] = useState(false);
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const press = () => {
    if (!asked) return setAsked(true);
    setGone(true);
    return clear();
  };
  return (
    <Box className="notice" role="status" id="restored">
      <Box as="span">{words.restored}</Box>
      <Press className="plain" id="clear-draft" onPress={press}>
        {asked ? words.clearSure : words.clear}
      </Press>
    </Box>
  );
}
