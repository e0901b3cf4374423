import { useEffect, useState } from 'react';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Entry } from '../../element/entry';
import { Press } from '../../element/press';
import { findMatters, type Matter, recentMatters, rememberMatter } from '../../query/matter';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { Section, Wrong } from './section';

export function MatterCard(props: CardProps) {
  const words = useWords().report;
  const { draft, change } = props;
  return (
    <Section id="matter" title={words.matter}>
      {draft.matter ? (
        <Box className="picked" id="matter-picked">
          <Box as="span" className="picked-word">
            {draft.matter.name}
          </Box>
          <Press className="plain" onPress={() => change({ matter: null })}>
            {words.matterChange}
          </Press>
        </Box>
      ) : (
        <MatterSearch {...props} />
      )}
    </Section>
  );
}

function useFound(typed: string) {
  const [found, setFound] = useState<Matter[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        void findMatters(typed.trim()).then(
          (items) => {
            if (!current) return;
            setFound(items);
            setFailed(false);
          },
          () => {
            if (!current) return;
            setFound(null);
            setFailed(true);
          },
        ),
      typed && attempt === 0 ? 250 : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, attempt]);
  return { found, failed, again: () => setAttempt(attempt + 1) };
}

function MatterSearch({ draft, change, missing }: CardProps) {
  const words = useWords().report;
  const [typed, setTyped] = useState('');
  const { found, failed, again } = useFound(typed);
  const pick = (matter: Matter) => {
    rememberMatter(matter);
    change({ matter: { id: matter.id, name: matter.name }, matterUnknown: false });
  };
  return (
    <>
      <Box className="field">
        <Caption of="matter-search">{words.matterSearch}</Caption>
        <Entry
          id="matter-search"
          type="search"
          value={typed}
          maxLength={40}
          invalid={missing.includes('matter')}
          describedBy="matter-hint"
          onChange={setTyped}
        />
        <Box as="p" className="hint" id="matter-hint">
          {words.matterHint}
        </Box>
        <Wrong show={missing.includes('matter')}>{words.need.matter}</Wrong>
      </Box>
      {typed === '' && <MatterList title={words.matterRecent} matters={recentMatters()} pick={pick} />}
      <Box live="polite">
        {found && (
          <MatterList
            title={typed ? words.matterFound : words.matterFrequent}
            matters={found.slice(0, typed ? 8 : 6)}
            pick={pick}
          />
        )}
        {failed && (
          <Box className="notice" id="matters-unread">
            <Box as="span">{words.mattersUnread}</Box>
            <Press className="plain" id="matters-again" onPress={again}>
              {words.listAgain}
            </Press>
          </Box>
        )}
        {typed && found?.length === 0 && (
          <Box as="p" className="hint">
            {words.matterNone}
          </Box>
        )}
      </Box>
      <Press
        id="matter-unknown"
        className={`chip${draft.matterUnknown ? ' chosen' : ''}`}
        pressed={draft.matterUnknown}
        onPress={() => change({ matterUnknown: !draft.matterUnknown })}
      >
        {words.matterUnknown}
      </Press>
      {draft.matterUnknown && (
        <Box className="field">
          <Caption of="matter-own">{words.matterOwn} *</Caption>
          <Entry
            id="matter-own"
            value={draft.matterOwn}
            maxLength={100}
            invalid={missing.includes('matter-own')}
            onChange={(matterOwn) => change({ matterOwn })}
          />
          <Wrong show={missing.includes('matter-own')}>{words.need['matter-own']}</Wrong>
        </Box>
      )}
    </>
  );
}

function MatterList({
  title,
  matters,
  pick,
}: {
  title: string;
  matters: Matter[];
  pick: (matter: Matter) => void;
}) {
  if (matters.length === 0) return null;
  return (
    <Box className="matter-list">
      <Box as="h3" className="small-title">
        {title}
      </Box>
      <Box as="ul" className="matters">
        {matters.map((matter) => (
          <Box as="li" key={matter.id}>
            <Press className="matter" onPress={() => pick(matter)}>
              <Box as="span" className="matter-name">
                {matter.name}
              </Box>
              <Box as="span" className="faint">
                {matter.department}
              </Box>
            </Press>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
