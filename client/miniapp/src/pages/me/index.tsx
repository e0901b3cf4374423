import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { Icon } from '../../part/icon';
import { NeedSignIn } from '../../part/need-sign-in';
import { pages } from '../../setting/pages';
import { prefer, usePreference } from '../../setting/preference';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { Account } from './account';
import { PersonalData } from './personal-data';

/** Account, display, personal data, about. */
export default function MePage() {
  const words = useWords();
  const session = useSession();
  return (
    <Frame title={words.me.title} tab="me">
      <Box className="home-columns">
        <Box>
          {session ? <Account reporter={session.reporter} /> : <NeedSignIn />}
          {session && <PersonalData />}
        </Box>
        <Box>
          <Display />
          <Box as="section" className="card" labelledBy="about-title">
            <Box as="h2" className="card-title" id="about-title">
              {words.me.about}
            </Box>
            <Box className="rows">
              {(['guide', 'centres', 'privacy'] as const).map((page) => (
                <Door key={page} to={pages[page]} className="row">
                  <Box as="span">{words.me[page]}</Box>
                  <Icon name="go" className="row-go" />
                </Door>
              ))}
            </Box>
          </Box>
        </Box>
      </Box>
    </Frame>
  );
}

function Display() {
  const words = useWords();
  const { elder, language } = usePreference();
  return (
    <Box as="section" className="card" labelledBy="display-title">
      <Box as="h2" className="card-title" id="display-title">
        {words.me.display}
      </Box>
      <Box className="rows">
        <Press className="row" id="me-elder" pressed={elder} onPress={() => prefer({ elder: !elder })}>
          <Box as="span" className="row-words">
            <Box as="span">{elder ? words.elder.off : words.elder.on}</Box>
            <Box as="span" className="faint">
              {words.elder.hint}
            </Box>
          </Box>
        </Press>
        <Press
          className="row"
          id="me-language"
          onPress={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          <Box as="span" className="row-words">
            <Box as="span">{words.language.name}</Box>
            <Box as="span" className="faint" lang={language === 'zh' ? 'en' : 'zh-CN'}>
              {words.language.other}
            </Box>
          </Box>
        </Press>
      </Box>
    </Box>
  );
}
