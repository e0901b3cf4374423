import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { LongEntry } from '../../element/long-entry';
import { Press } from '../../element/press';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { Section, Wrong } from './section';
import { Similar } from './similar';
import { VoiceButton } from './voice-button';

const most = 2000;
const least = 10;

export function StoryCard({ draft, change, missing }: CardProps) {
  const words = useWords().report;
  const written = draft.story.trim().length;
  return (
    <Section id="story-card" title={words.story}>
      <Box className="field">
        <Caption of="story">{words.storyCaption}</Caption>
        <Box as="p" className="hint above" id="story-hint">
          {words.storyHint}
        </Box>
        <LongEntry
          id="story"
          rows={6}
          maxLength={most}
          value={draft.story}
          invalid={missing.includes('story')}
          describedBy="story-hint story-count"
          onChange={(story) => change({ story })}
        />
        <Box className="story-foot">
          <VoiceButton
            onWords={(said) => change((now) => ({ story: `${now.story}${said}`.slice(0, most) }))}
          />
          <Box as="p" className="count" id="story-count">
            {written > 0 && written < least ? words.countShort(least - written) : words.count(written)}
          </Box>
        </Box>
        <Wrong show={missing.includes('story')}>{words.need.story}</Wrong>
      </Box>
      <Box className="templates" role="group" label={words.templates}>
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
      <Similar story={draft.story} matterId={draft.matter?.id} />
    </Section>
  );
}
