import { useEffect, useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Tick } from '../../element/tick';
import { problemWords, Told } from '../../part/state';
import type { Files } from '../../part/use-files';
import { goTo } from '../../platform/page';
import { pages } from '../../setting/pages';
import { visit } from '../../setting/visit';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { entryOf, missingIn } from './check-draft';
import { Wrong } from './section';
import { type Keeping, useSubmit } from './use-submit';

interface SubmitCardProps extends CardProps {
  files: Files;
  signedIn: boolean;
  keeping: Keeping;
  tried: boolean;
  onTry: () => void;
}

/** Consent and the way out of the form: what is missing is named, what is still being sent is waited for. */
export function SubmitCard({
  draft,
  change,
  missing,
  files,
  signedIn,
  keeping,
  tried,
  onTry,
}: SubmitCardProps) {
  const words = useWords();
  const { busy, problem, submit } = useSubmit(draft, keeping);
  const [waiting, setWaiting] = useState(false);
  const send = () => void submit(files.ids).then((code) => code === 'file.not-ready' && files.resend());
  useEffect(() => {
    if (!waiting || files.busy) return;
    setWaiting(false);
    if (files.failed === 0) send();
  });
  const press = () => {
    onTry();
    const first = missingIn(draft, signedIn)[0];
    if (first) return goTo(entryOf[first]);
    if (files.busy) return setWaiting(true);
    return files.failed === 0 ? send() : goTo('files-card-title');
  };
  return (
    <Box className="card submit-card">
      <Box className="consent-line">
        <Tick
          id="consent"
          checked={draft.consent}
          invalid={missing.includes('consent')}
          onChange={(consent) => change({ consent })}
        >
          {words.report.consent}
        </Tick>
        <Door to={pages.privacy} className="inline-door">
          {words.report.privacy}
        </Door>
      </Box>
      <Wrong show={missing.includes('consent')}>{words.report.need.consent}</Wrong>
      {missing.length > 0 && (
        <Told kind="bad" id="missing">
          {words.report.fix}
          {missing.map((one) => words.report.need[one]).join(words.semicolon)}
        </Told>
      )}
      {tried && files.failed > 0 && (
        <Told kind="bad" id="files-failed">
          {words.files.some(files.failed)}
        </Told>
      )}
      {waiting && <Told kind="good">{words.report.waitFiles}</Told>}
      {problem && (
        <Told kind="bad" id="submit-problem">
          <Box as="span">{problemWords(problem, words)}</Box>
          <Box as="span">{words.report.failed}</Box>
          {words.state.entriesSaid(problem.errors.map((one) => one.message))}
        </Told>
      )}
      <Press className="first wide" id="submit" disabled={busy || waiting} onPress={press}>
        {busy ? words.report.submitting : words.report.submit}
      </Press>
      {!visit.kiosk && (
        <Box as="p" className="hint centred">
          {words.report.saved}
        </Box>
      )}
    </Box>
  );
}
