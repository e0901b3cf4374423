import { useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { NeedSignIn } from '../../part/need-sign-in';
import { problemWords, Told } from '../../part/state';
import { saveAs } from '../../platform/page';
import { askErasure, exportData, signOut } from '../../query/session';
import { asProblem } from '../../request/problem';
import { pages } from '../../setting/pages';
import { prefer, usePreference } from '../../setting/preference';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';

/** Account, display, personal data, about. */
export default function MePage() {
  const words = useWords();
  const session = useSession();
  const { elder, language } = usePreference();
  return (
    <Frame title={words.me.title} tab="me" className="me">
      {session ? <Account phone={session.reporter.phone} /> : <NeedSignIn />}
      <Box as="section" className="card">
        <Box as="h2" className="card-title">
          {words.me.display}
        </Box>
        <Box className="rows">
          <Press className="row" id="me-elder" pressed={elder} onPress={() => prefer({ elder: !elder })}>
            <Box as="span">{elder ? words.elder.off : words.elder.on}</Box>
            <Box as="span" className="faint">
              {words.elder.hint}
            </Box>
          </Press>
          <Press
            className="row"
            id="me-language"
            onPress={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })}
          >
            <Box as="span">{words.language.name}</Box>
            <Box as="span" className="faint">
              {words.language.other}
            </Box>
          </Press>
        </Box>
      </Box>
      {session && <PersonalData />}
      <Box as="section" className="card">
        <Box as="h2" className="card-title">
          {words.me.about}
        </Box>
        <Box className="rows">
          {(['guide', 'centres', 'privacy'] as const).map((page) => (
            <Door key={page} to={pages[page]} className="row">
              {words.me[page]}
            </Door>
          ))}
        </Box>
      </Box>
    </Frame>
  );
}

function Account({ phone }: { phone: string | null }) {
  const words = useWords().me;
  const [sure, setSure] = useState(false);
  return (
    <Box className="card account">
      <Box as="p" className="account-phone">
        {phone ? words.signedIn(phone) : words.noPhone}
      </Box>
      <Press className="second" id="sign-out" onPress={() => (sure ? void signOut() : setSure(true))}>
        {sure ? words.outSure : words.out}
      </Press>
    </Box>
  );
}

function PersonalData() {
  const words = useWords();
  const [sure, setSure] = useState(false);
  const [told, setTold] = useState<{ kind: 'good' | 'bad'; text: string } | null>(null);
  const attempt = (work: () => Promise<unknown>, good: string) =>
    void work().then(
      () => setTold({ kind: 'good', text: good }),
      (failure) => setTold({ kind: 'bad', text: problemWords(asProblem(failure), words) }),
    );
  const erase = () => {
    setSure(false);
    attempt(askErasure, words.me.erased);
  };
  return (
    <Box as="section" className="card">
      <Box as="h2" className="card-title">
        {words.me.data}
      </Box>
      <Box className="rows">
        <Press
          className="row"
          id="export"
          onPress={() =>
            attempt(
              async () => saveAs('my-data.json', JSON.stringify(await exportData(), null, 2)),
              words.me.exported,
            )
          }
        >
          <Box as="span">{words.me.export}</Box>
          <Box as="span" className="faint">
            {words.me.exportHint}
          </Box>
        </Press>
        <Press className="row" id="erase" onPress={() => (sure ? erase() : setSure(true))}>
          <Box as="span">{sure ? words.me.eraseSure : words.me.erase}</Box>
          <Box as="span" className="faint">
            {words.me.eraseHint}
          </Box>
        </Press>
      </Box>
      {told && <Told kind={told.kind}>{told.text}</Told>}
    </Box>
  );
}
