import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { goTo } from '../../platform/page';
import { useWords } from '../../words/use-words';
import type { FormPart } from './form-parts';

/** Beside the form on wide screens: what is filled in, a way to each card, and what to know. */
export function FormAside({ parts }: { parts: FormPart[] }) {
  const words = useWords().report;
  return (
    <Box as="aside" className="aside" label={words.summary}>
      <Box className="card">
        <Box as="h2" className="card-title">
          {words.summary}
        </Box>
        <Box as="ol" className="summary">
          {parts.map((part, at) => (
            <Box as="li" key={part.id}>
              <Press
                className={`summary-row${part.done ? ' done' : ''}`}
                onPress={() => goTo(`${part.id}-title`)}
              >
                <Box as="span" className="step-mark" hidden>
                  {part.done ? '✓' : at + 1}
                </Box>
                <Box as="span" className="summary-words">
                  <Box as="strong">{part.title}</Box>
                  <Box as="span" className="faint">
                    {part.said || (part.optional ? words.optional : words.toFill)}
                  </Box>
                </Box>
              </Press>
            </Box>
          ))}
        </Box>
      </Box>
      <Box as="ul" className="marks aside-marks">
        {words.asideList.map((line) => (
          <Box as="li" key={line}>
            {line}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
