import { Box } from '../../element/box';
import { useWords } from '../../words/use-words';

/** Beside the form on wide screens: what to know before, and what comes after. */
export function FormAside() {
  const words = useWords();
  return (
    <Box as="aside" className="aside" label={words.report.aside}>
      <Box className="card">
        <Box as="h2" className="card-title">
          {words.report.aside}
        </Box>
        <Box as="ul" className="marks">
          {words.report.asideList.map((line) => (
            <Box as="li" key={line}>
              {line}
            </Box>
          ))}
        </Box>
        <Box as="h2" className="card-title">
          {words.home.steps}
        </Box>
        <Box as="ol" className="steps">
          {words.home.stepList.map((step, at) => (
            <Box as="li" key={step.title} className="step">
              <Box as="span" className="step-mark" hidden>
                {at + 1}
              </Box>
              <Box className="step-words">
                <Box as="strong">{step.title}</Box>
                <Box as="p">{step.text}</Box>
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
