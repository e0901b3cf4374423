import { useState } from 'react';
import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { Icon } from '../../part/icon';
import { problemWords, Told } from '../../part/state';
import { signOut, signOutEverywhere } from '../../query/session';
import { asProblem } from '../../request/problem';
import type { Reporter } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { SureRow } from './sure-row';

/** Who is signed in, and the ways out. */
export function Account({ reporter }: { reporter: Reporter }) {
  const all = useWords();
  const words = all.me;
  const [sure, setSure] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const everywhere = () =>
    void signOutEverywhere().catch((failure) => setTold(problemWords(asProblem(failure), all)));
  return (
    <Box as="section" className="card" label={words.account}>
      <Box className="account">
        <Box className="account-mark" hidden>
          <Icon name={reporter.enterprise ? 'building' : 'person'} />
        </Box>
        <Box className="account-words">
          {reporter.enterprise && <Box as="strong">{reporter.enterprise.name}</Box>}
          <Box as="p" className="account-phone">
            {reporter.phone ? words.signedIn(reporter.phone) : words.noPhone}
          </Box>
        </Box>
        <Press className="second" id="sign-out" onPress={() => (sure ? void signOut() : setSure(true))}>
          {sure ? words.outSure : words.out}
        </Press>
      </Box>
      <Box className="rows">
        <SureRow
          id="sign-out-all"
          word={words.outAll}
          hint={words.outAllHint}
          sure={words.outAllSure}
          onPress={everywhere}
        />
      </Box>
      {told && <Told kind="bad">{told}</Told>}
    </Box>
  );
}
