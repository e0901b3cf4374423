import { useState } from 'react';
import { type Stage, stages } from '../../../../../shared/order/vocabulary';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Choice } from '../../element/choice';
import { Entry } from '../../element/entry';
import { Press } from '../../element/press';
import { today } from '../../setting/date-words';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { Section, Wrong } from './section';

export function StageCard({ draft, change, missing }: CardProps) {
  const all = useWords();
  const words = all.report;
  const [more, setMore] = useState(draft.triedOn !== '' || draft.triedTimes !== '');
  return (
    <Section id="stage-card" title={words.stage}>
      <Choice
        name="stage"
        legend={words.stage}
        quiet
        value={draft.stage}
        invalid={missing.includes('stage')}
        options={(Object.keys(stages) as Stage[]).map((stage) => ({ value: stage, word: all.stages[stage] }))}
        onChange={(stage) => change({ stage })}
      />
      <Wrong show={missing.includes('stage')}>{words.need.stage}</Wrong>
      <Press id="tried-more" className="fold" expanded={more} onPress={() => setMore(!more)}>
        {words.whenMore}
        <Box as="span" className="optional">
          {words.optional}
        </Box>
      </Press>
      {more && (
        <Box className="pair">
          <Box className="field">
            <Caption of="tried-on">{words.triedOn}</Caption>
            <Entry
              id="tried-on"
              type="date"
              max={today()}
              value={draft.triedOn}
              onChange={(triedOn) => change({ triedOn })}
            />
          </Box>
          <Box className="field">
            <Caption of="tried-times">{words.triedTimes}</Caption>
            <Entry
              id="tried-times"
              type="number"
              maxLength={2}
              value={draft.triedTimes}
              invalid={missing.includes('tried-times')}
              onChange={(text) => change({ triedTimes: text.replace(/\D/g, '') })}
            />
            <Wrong show={missing.includes('tried-times')}>{words.need['tried-times']}</Wrong>
          </Box>
        </Box>
      )}
    </Section>
  );
}
