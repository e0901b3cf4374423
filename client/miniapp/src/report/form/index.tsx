import { useEffect, useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Tick } from '../../element/tick';
import { FilePicker } from '../../part/file-picker';
import { Frame } from '../../part/frame';
import { problemWords, Told } from '../../part/state';
import { useFiles } from '../../part/use-files';
import { goTo } from '../../platform/page';
import { pages } from '../../setting/pages';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { entryOf, missingIn } from './check-draft';
import { ContactCard } from './contact-card';
import { newDraft } from './draft';
import { FormAside } from './form-aside';
import { MatterCard } from './matter-card';
import { PlaceCard } from './place-card';
import { Section, Wrong } from './section';
import { StageCard } from './stage-card';
import { StoryCard } from './story-card';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';
import { WhoCard } from './who-card';

/** The report, on one page of short cards (spec 4). */
export default function ReportPage() {
  const words = useWords();
  const session = useSession();
  const { draft, restored, change, saveNow, end } = useDraft();
  const signedIn = Boolean(session?.reporter.phone);
  const files = useFiles({ ready: session !== null, token: null, first: draft.files });
  const { busy, problem, submit } = useSubmit(draft, { saveNow, end });
  const [tried, setTried] = useState(false);
  const { held } = files;
  useEffect(() => change({ files: held }), [held, change]);
  const missing = tried ? missingIn(draft, signedIn) : [];
  const cards = { draft, change, missing };
  const press = () => {
    setTried(true);
    const first = missingIn(draft, signedIn)[0];
    if (first) return goTo(entryOf[first]);
    if (!files.busy) void submit(files.ids);
    return undefined;
  };
  const clear = () => {
    files.empty();
    change({ ...newDraft(), name: draft.name, phone: draft.phone });
    setTried(false);
  };
  return (
    <Frame title={words.report.title} tab="report" bare className="with-aside">
      <Box className="column">
        {restored && <RestoredNotice clear={clear} />}
        <WhoCard {...cards} />
        <MatterCard {...cards} />
        <PlaceCard {...cards} />
        <StageCard {...cards} />
        <StoryCard {...cards} />
        <Section id="files-card" title={words.report.files} optional={words.report.optional}>
          <FilePicker files={files} waitingFor={session ? undefined : words.files.needPhone} />
        </Section>
        <ContactCard {...cards} />
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
              {missing.map((one) => words.report.need[one]).join('；')}
            </Told>
          )}
          {tried && files.busy && <Told kind="good">{words.report.waitFiles}</Told>}
          {problem && (
            <Told kind="bad" id="submit-problem">
              {`${problemWords(problem, words)}。${words.report.failed}`.replace('。。', '。')}
              {problem.errors.map((one) => one.message).join('；')}
            </Told>
          )}
          <Press className="first wide" id="submit" disabled={busy} onPress={press}>
            {busy ? words.report.submitting : words.report.submit}
          </Press>
          <Box as="p" className="hint centred">
            {words.report.saved}
          </Box>
        </Box>
      </Box>
      <FormAside />
    </Frame>
  );
}

function RestoredNotice({ clear }: { clear: () => void }) {
  const words = useWords().report;
  const [asked, setAsked] = useState(false);
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const press = () => {
    if (!asked) return setAsked(true);
    setGone(true);
    return clear();
  };
  return (
    <Box className="notice" role="status" id="restored">
      <Box as="span">{words.restored}</Box>
      <Press className="plain" id="clear-draft" onPress={press}>
        {asked ? words.clearSure : words.clear}
      </Press>
    </Box>
  );
}
