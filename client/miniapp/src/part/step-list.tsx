import { Box } from '../element/box';
import { useWords } from '../words/use-words';

/** What happens after a report, in four steps. */
export function StepList() {
  const words = useWords().home;
  return (
    <>
      <Box as="h2" className="card-title">
        {words.steps}
      </Box>
      <Box as="ol" className="steps">
        {words.stepList.map((step, at) => (
          <Box as="li" className="step" key={step.title}>
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
    </>
  );
}
