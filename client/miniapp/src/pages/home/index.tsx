import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { AcceptedLists } from '../../part/accepted-lists';
import { Frame } from '../../part/frame';
import { Icon } from '../../part/icon';
import { PracticeList } from '../../part/practice-list';
import { ShareButton } from '../../part/share-button';
import { Stale, Trouble, Waiting } from '../../part/state';
import { StepList } from '../../part/step-list';
import { useShareCard } from '../../platform/share-card';
import { useHome } from '../../query/home';
import { useScene } from '../../query/place';
import { readDraft } from '../../report/form/draft';
import { pages } from '../../setting/pages';
import { useSceneCode } from '../../setting/scene';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { OpenOrders } from './open-orders';
import { Shortcuts } from './shortcuts';

/** The first page: report, follow, look up; what happens next; what can be reported. */
export default function HomePage() {
  const words = useWords().home;
  const home = useHome();
  useShareCard(useWords().brand);
  const signedIn = useSession() !== null;
  return (
    <Frame title={words.report} tab="home" ownHeading className="home">
      {home.data?.demonstration && (
        <Box as="p" className="ribbon">
          {words.demonstration}
        </Box>
      )}
      <Hero />
      <DraftNotice />
      {signedIn && <OpenOrders />}
      <Shortcuts signedIn={signedIn} />
      <Box className="home-columns">
        <Box as="section" className="card">
          <StepList />
          <Door to={pages.guide} className="more" id="go-guide">
            {words.more}
          </Door>
        </Box>
        <Box>
          {home.problem && home.data && <Stale problem={home.problem} again={() => void home.again()} />}
          {!home.problem && !home.data && <Waiting />}
          {home.data && <AcceptedLists home={home.data} />}
          {home.problem && !home.data && <Trouble problem={home.problem} again={() => void home.again()} />}
        </Box>
      </Box>
      {home.data && <PracticeList practices={home.data.goodPractices.slice(0, 3)} />}
      <ShareButton />
    </Frame>
  );
}

function Hero() {
  const { home: words, kiosk } = useWords();
  const { data: scene, problem: noScene } = useScene(useSceneCode());
  return (
    <Box as="section" className="hero">
      <Box className="hero-words">
        <Box as="h1" className="hero-title">
          {words.lead}
        </Box>
        <Box as="p" className="hero-text">
          {words.text}
        </Box>
        {noScene?.code === 'kiosk.unknown' && (
          <Box as="p" className="hero-place" id="kiosk-unknown">
            {kiosk.unknown}
          </Box>
        )}
        {noScene?.status === 404 && (
          <Box as="p" className="hero-place" id="scene-gone">
            {words.sceneGone}
          </Box>
        )}
        {scene && (
          <Box as="p" className="hero-place" id="scene">
            <Icon name="place" />
            {words.scene(scene.hallName, scene.window)}
          </Box>
        )}
      </Box>
      <Door to={pages.report} className="hero-go" id="go-report">
        <Icon name="report" />
        <Box as="span" className="hero-go-words">
          <Box as="strong">{words.report}</Box>
          <Box as="span">{words.reportHint}</Box>
        </Box>
        <Icon name="go" className="hero-go-on" />
      </Door>
    </Box>
  );
}

function DraftNotice() {
  const words = useWords().home;
  if (!readDraft()) return null;
  return (
    <Box className="notice" id="draft-notice">
      <Box as="span">{words.draft}</Box>
      <Door to={pages.report} className="notice-go">
        {words.draftGo}
      </Door>
    </Box>
  );
}
