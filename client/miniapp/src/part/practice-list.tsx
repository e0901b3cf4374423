import { Box } from '../element/box';
import type { Home } from '../query/home';
import { useWords } from '../words/use-words';

/** What worked well elsewhere, once there is something to tell. */
export function PracticeList({ practices }: { practices: Home['goodPractices'] }) {
  const words = useWords().guide;
  if (practices.length === 0) return null;
  return (
    <Box as="section" className="card">
      <Box as="h2" className="card-title">
        {words.practices}
      </Box>
      {practices.map((practice) => (
        <Box key={practice.title} className="practice">
          <Box as="h3" className="small-title">
            {practice.title}
          </Box>
          <Box as="p" className="written">
            {practice.text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
