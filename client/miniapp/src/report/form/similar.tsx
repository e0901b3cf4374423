import { useEffect, useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { findSimilar, type SimilarOrder } from '../../query/order';
import { orderPage } from '../../setting/pages';
import { useWords } from '../../words/use-words';

const least = 10;
const pauseMilliseconds = 1200;

/** Own reports that resemble this one: adding to one of them may be quicker. */
export function Similar({ story, matterId }: { story: string; matterId?: string }) {
  const words = useWords().report;
  const [items, setItems] = useState<SimilarOrder[]>([]);
  useEffect(() => {
    if (story.trim().length < least) return setItems([]);
    let current = true;
    const timer = setTimeout(
      () =>
        void findSimilar(story.trim(), matterId).then(
          (found) => current && setItems(found),
          () => undefined,
        ),
      pauseMilliseconds,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [story, matterId]);
  if (items.length === 0) return null;
  return (
    <Box className="similar" role="status" id="similar">
      <Box as="h3" className="small-title">
        {words.similar}
      </Box>
      <Box as="p" className="hint">
        {words.similarHint}
      </Box>
      {items.slice(0, 3).map((item) => (
        <Door key={item.number} to={orderPage(item.number)} className="similar-row">
          <Box as="span">{item.matter ?? item.number}</Box>
          <Box as="span" className="faint">
            {item.why}
          </Box>
          <Box as="span" className="more">
            {words.similarOpen}
          </Box>
        </Door>
      ))}
    </Box>
  );
}
