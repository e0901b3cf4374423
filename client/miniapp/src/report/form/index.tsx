import { useEffect, useState } from 'react';
import { Box } from '../../element/box';
import { FilePicker } from '../../part/file-picker';
import { Frame } from '../../part/frame';
import { useFiles } from '../../part/use-files';
import { usePlaces } from '../../query/place';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { missingIn } from './check-draft';
import { ContactCard } from './contact-card';
import { newDraft } from './draft';
import { FormAside } from './form-aside';
import { formParts } from './form-parts';
import { FormProgress } from './form-progress';
import { MatterCard } from './matter-card';
import { PlaceCard } from './place-card';
import { RestoredNotice } from './restored-notice';
import { Section } from './section';
import { StageCard } from './stage-card';
import { StoryCard } from './story-card';
import { SubmitCard } from './submit-card';
import { useDraft } from './use-draft';
import { WhoCard } from './who-card';

/** The report, on one page of short cards (spec 4). */
export default function ReportPage() {
  const words = useWords();
  const session = useSession();
  const phone = session?.reporter.phone ?? null;
  const { draft, restored, change, saveNow, end } = useDraft();
  const files = useFiles({ ready: session !== null, token: null, first: draft.files });
  const places = usePlaces().data;
  const [tried, setTried] = useState(false);
  const { held } = files;
  useEffect(() => change({ files: held }), [held, change]);
  const cards = { draft, change, missing: tried ? missingIn(draft, phone !== null) : [] };
  const hall = places?.halls.find((one) => one.id === draft.hall)?.name ?? null;
  const parts = formParts(draft, phone, hall, words);
  const clear = () => {
    files.empty();
    change({ ...newDraft(), name: draft.name, phone: draft.phone });
    setTried(false);
  };
  return (
    <Frame
      title={words.report.title}
      lead={words.report.lead}
      tab="report"
      bare
      className="with-aside report-page"
    >
      <Box className="column">
        <FormProgress parts={parts} />
        {restored && <RestoredNotice clear={clear} />}
        <WhoCard {...cards} />
        <MatterCard {...cards} />
        <PlaceCard {...cards} />
        <StageCard {...cards} />
        <StoryCard {...cards} />
        <Section id="files-card" title={words.report.files} optional>
          <FilePicker files={files} waitingFor={session ? undefined : words.files.needPhone} />
        </Section>
        <ContactCard {...cards} />
        <SubmitCard
          {...cards}
          files={files}
          signedIn={phone !== null}
          keeping={{ saveNow, end }}
          tried={tried}
          onTry={() => setTried(true)}
        />
      </Box>
      <FormAside parts={parts} />
    </Frame>
  );
}
