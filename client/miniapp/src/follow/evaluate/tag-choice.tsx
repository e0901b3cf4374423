import {
  type EvaluationTag,
  evaluationTags,
  type Satisfaction,
} from '../../../../../shared/order/vocabulary';
import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { useWords } from '../../words/use-words';

const praise: EvaluationTag[] = ['fast', 'clear', 'kind', 'fair'];
const all = Object.keys(evaluationTags) as EvaluationTag[];
const blame = all.filter((tag) => !praise.includes(tag));

/** The words that fit a level: praise for 4 and 5, blame for 1 and 2, both between. */
export const tagsFor = (satisfaction: Satisfaction | null): EvaluationTag[] => {
  if (satisfaction === null || satisfaction === 3) return all;
  return satisfaction > 3 ? praise : blame;
};

interface TagChoiceProps {
  satisfaction: Satisfaction | null;
  tags: EvaluationTag[];
  change: (tags: EvaluationTag[]) => void;
}

/** A few words to pick, as many as fit. */
export function TagChoice({ satisfaction, tags, change }: TagChoiceProps) {
  const words = useWords();
  const toggle = (tag: EvaluationTag) =>
    change(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag]);
  return (
    <Box role="group" label={words.evaluate.tags}>
      <Box as="p" className="caption">
        {words.evaluate.tags}
      </Box>
      <Box className="chips">
        {tagsFor(satisfaction).map((tag) => (
          <Press
            key={tag}
            className={`chip${tags.includes(tag) ? ' chosen' : ''}`}
            pressed={tags.includes(tag)}
            onPress={() => toggle(tag)}
          >
            {words.tags[tag]}
          </Press>
        ))}
      </Box>
    </Box>
  );
}
