import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { AcceptedLists } from '../../part/accepted-lists';
import { Frame } from '../../part/frame';
import { Stale, Trouble, Waiting } from '../../part/state';
import { StepList } from '../../part/step-list';
import { useShareCard } from '../../platform/share-card';
import { useHome } from '../../query/home';
import { pages } from '../../setting/pages';
import { useWords } from '../../words/use-words';
import { Practices } from './practices';

/** How it works, what is (not) accepted, how time is reckoned, what worked well. */
export default function GuidePage() {
  const words = useWords();
  const { data, problem, again } = useHome();
  useShareCard(words.brand);
  return (
    <Frame title={words.guide.title} lead={words.guide.lead} className="guide">
      <Box className="home-columns">
        <Box>
          {problem && !data && <Trouble problem={problem} again={() => void again()} />}
          {!problem && !data && <Waiting />}
          {problem && data && <Stale problem={problem} again={() => void again()} />}
          {data && <AcceptedLists home={data} />}
          <Box as="section" className="card">
            <Box as="h2" className="card-title">
              {words.guide.bring}
            </Box>
            <Box as="ul" className="marks">
              {words.guide.bringList.map((line) => (
                <Box as="li" key={line}>
                  {line}
                </Box>
              ))}
            </Box>
          </Box>
        </Box>
        <Box>
          <Box as="section" className="card">
            <StepList />
          </Box>
          <Box as="section" className="card">
            <Box as="h2" className="card-title">
              {words.guide.limits}
            </Box>
            <Box as="p">{words.guide.limitsText}</Box>
          </Box>
        </Box>
      </Box>
      <Practices />
      <Box className="page-end">
        <Door to={pages.report} className="first">
          {words.home.report}
        </Door>
      </Box>
    </Frame>
  );
}
