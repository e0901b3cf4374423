import { Box } from '../../element/box';
import { useWords } from '../../words/use-words';
import type { FormPart } from './form-parts';

/** On a phone, how far the form is filled in; it stays at the top while the cards pass under it. */
export function FormProgress({ parts }: { parts: FormPart[] }) {
  const words = useWords().report;
  const asked = parts.filter((part) => !part.optional);
  const done = asked.filter((part) => part.done).length;
  return (
    <Box className="form-progress" id="form-progress">
      <Box as="span">{words.progress(done, asked.length)}</Box>
      <Box className={`bar bar-${Math.round((done / asked.length) * 10)}`} hidden />
    </Box>
  );
}
