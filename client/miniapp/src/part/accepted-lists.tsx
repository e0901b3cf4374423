import { Box } from '../element/box';
import type { Home } from '../query/home';
import { useWords } from '../words/use-words';

/** What can be reported here, and what cannot. */
export function AcceptedLists({ home }: { home: Home }) {
  const { home: words, standing } = useWords();
  return (
    <Box as="section" className="card">
      <Box as="h2" className="card-title">
        {words.accepted}
      </Box>
      <Box as="ul" className="marks yes">
        {standing.accepted(home.accepted).map((line) => (
          <Box as="li" key={line}>
            {line}
          </Box>
        ))}
      </Box>
      <Box as="h2" className="card-title">
        {words.notAccepted}
      </Box>
      <Box as="ul" className="marks no">
        {standing.notAccepted(home.notAccepted).map((line) => (
          <Box as="li" key={line}>
            {line}
          </Box>
        ))}
      </Box>
      <Box as="p" className="hint">
        {words.notAcceptedHint}
      </Box>
    </Box>
  );
}
