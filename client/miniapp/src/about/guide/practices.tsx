import { Box } from '../../element/box';
import { FactList } from '../../part/fact-list';
import { MoreButton } from '../../part/more-button';
import { listPractices, usePractices } from '../../query/practice';
import { useWords } from '../../words/use-words';

/** What worked well, told whole; nothing where nothing has been chosen or can be read. */
export function Practices() {
  const words = useWords().guide;
  const { data, put } = usePractices();
  if (!data || data.items.length === 0) return null;
  const { next } = data;
  const more = async (cursor: string) => {
    const page = await listPractices(cursor);
    put({ items: [...data.items, ...page.items], next: page.next });
  };
  return (
    <Box as="section" className="card" labelledBy="practices-title">
      <Box as="h2" className="card-title" id="practices-title">
        {words.practices}
      </Box>
      {data.items.map((one) => (
        <Box as="article" key={one.title} className="practice">
          <Box as="h3" className="small-title">
            {one.title}
          </Box>
          <Box as="p" className="faint">
            {one.unit}
          </Box>
          <FactList
            facts={[
              [words.practiceProblem, one.problem],
              [words.practiceApproach, one.approach],
              [words.practiceEffect, one.effect],
            ]}
          />
        </Box>
      ))}
      {next && <MoreButton word={words.practicesMore} load={() => more(next)} />}
    </Box>
  );
}
