import { Box } from '../../element/box';
import { Frame } from '../../part/frame';
import { useWords } from '../../words/use-words';

/** What is kept, why, who sees it, for how long. */
export default function PrivacyPage() {
  const words = useWords().privacy;
  return (
    <Frame title={words.title} className="reading">
      <Box className="card">
        <Box as="p" className="hint">
          {words.updated}
        </Box>
        {words.parts.map((part) => (
          <Box as="section" key={part.title} className="practice">
            <Box as="h2" className="card-title">
              {part.title}
            </Box>
            <Box as="p">{part.text}</Box>
          </Box>
        ))}
      </Box>
    </Frame>
  );
}
