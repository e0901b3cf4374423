import { Box } from '../../element/box';
import { AcceptedLists } from '../../part/accepted-lists';
import { Frame } from '../../part/frame';
import { Trouble, Waiting } from '../../part/state';
import { useHome } from '../../query/home';
import { useWords } from '../../words/use-words';

/** How it works, what is (not) accepted, what worked well. */
export default function GuidePage() {
  const words = useWords();
  const { data, problem, again } = useHome();
  return (
    <Frame title={words.guide.title} className="reading">
      {problem && !data && <Trouble problem={problem} again={() => void again()} />}
      {!problem && !data && <Waiting />}
      {data && <AcceptedLists home={data} />}
      <Box as="section" className="card">
        <Box as="h2" className="card-title">
          {words.guide.limits}
        </Box>
        <Box as="p">{words.guide.limitsText}</Box>
      </Box>
      {data && data.goodPractices.length > 0 && (
        <Box as="section" className="card">
          <Box as="h2" className="card-title">
            {words.guide.practices}
          </Box>
          {data.goodPractices.map((practice) => (
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
      )}
    </Frame>
  );
}
