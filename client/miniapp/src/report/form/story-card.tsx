import { useEffect, useState } from 'react';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Door } from '../../element/door';
import { LongEntry } from '../../element/long-entry';
import { Press } from '../../element/press';
import { findSimilar, type SimilarOrder } from '../../query/order';
import { orderPage } from '../../setting/pages';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { Section, Wrong } from './section';

const most = 2000;
const least = 10;

export function StoryCard({ draft, change, missing }: CardProps) {
  const words = useWords().report;
  const written = draft.story.trim().length;
  return (
    <Section id="story-card" title={words.story}>
      <Box className="templates">
        <Box as="p" className="hint">
          {words.templates}
        </Box>
        <Box className="chips">
          {words.templateList.map((template) => (
            <Press
              key={template.word}
              className="chip"
              onPress={() =>
                change({ story: draft.story ? `${draft.story}\n${template.text}` : template.text })
              }
            >
              {template.word}
            </Press>
          ))}
        </Box>
      </Box>
      <Box className="field">
        <Caption of="story">{words.storyHint}</Caption>
        <LongEntry
          id="story"
          rows={6}
          maxLength={most}
          value={draft.story}
          invalid={missing.includes('story')}
          describedBy="story-count"
          onChange={(story) => change({ story })}
        />
        <Box as="p" className="count" id="story-count">
          {written > 0 && written < least ? words.countShort(least - written) : words.count(written)}
        </Box>
        <Wrong show={missing.includes('story')}>{words.need.story}</Wrong>
      </Box>
      <Similar story={draft.story} matterId={draft.matter?.id} />
    </Section>
  );
}

/** Own reports that resemble this one: adding to one of them may be quicker. */
function Similar({ story, matterId }: { story: string; matterId?: string }) {
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
      1200,
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
