import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { AcceptedLists } from '../../part/accepted-lists';
import { Frame } from '../../part/frame';
import { Icon, type IconName } from '../../part/icon';
import { Trouble } from '../../part/state';
import { useHome } from '../../query/home';
import { useMessages } from '../../query/message';
import { useScene } from '../../query/place';
import { readDraft } from '../../report/form/draft';
import { pages } from '../../setting/pages';
import { useSession } from '../../setting/session';
import { visit } from '../../setting/visit';
import { useWords } from '../../words/use-words';

/** The first page: report, follow, look up; what happens next; what can be reported. */
export default function HomePage() {
  const words = useWords().home;
  const home = useHome();
  const scene = useScene(visit.scene).data;
  const messages = useMessages(useSession() !== null).data;
  return (
    <Frame title={words.report} tab="home" ownHeading className="home">
      {home.data?.demonstration && (
        <Box as="p" className="ribbon">
          {words.demonstration}
        </Box>
      )}
      <Box as="section" className="hero">
        <Box className="hero-words">
          <Box as="h1" className="hero-title">
            {words.lead}
          </Box>
          <Box as="p" className="hero-text">
            {words.text}
          </Box>
          {scene && (
            <Box as="p" className="hero-place">
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
        </Door>
      </Box>
      <DraftNotice />
      <Box className="doors">
        <Shortcut
          to={pages.orders}
          icon="list"
          title={words.orders}
          hint={words.ordersHint}
          id="go-orders"
          home
        />
        <Shortcut
          to={pages.lookUp}
          icon="search"
          title={words.lookUp}
          hint={words.lookUpHint}
          id="go-look-up"
        />
        <Shortcut
          to={pages.messages}
          icon="mail"
          title={words.messages}
          hint={messages?.unread ? words.unread(messages.unread) : words.messagesHint}
          strong={Boolean(messages?.unread)}
          id="go-messages"
          home
        />
        <Shortcut
          to={pages.centres}
          icon="place"
          title={words.centres}
          hint={words.centresHint}
          id="go-centres"
        />
      </Box>
      <Box className="home-columns">
        <StepList />
        <Box>
          {home.data && <AcceptedLists home={home.data} />}
          {home.problem && !home.data && <Trouble problem={home.problem} again={() => void home.again()} />}
          <Door to={pages.guide} className="more" id="go-guide">
            {words.more}
          </Door>
        </Box>
      </Box>
    </Frame>
  );
}

interface ShortcutProps {
  to: string;
  icon: IconName;
  title: string;
  hint: string;
  id: string;
  strong?: boolean;
  home?: boolean;
}

function Shortcut({ to, icon, title, hint, id, strong, home }: ShortcutProps) {
  return (
    <Door to={to} className="card shortcut" id={id} home={home}>
      <Icon name={icon} />
      <Box as="span" className="shortcut-words">
        <Box as="strong">{title}</Box>
        <Box as="span" className={strong ? 'unread' : 'faint'}>
          {hint}
        </Box>
      </Box>
    </Door>
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

function StepList() {
  const words = useWords().home;
  return (
    <Box as="section" className="card">
      <Box as="h2" className="card-title">
        {words.steps}
      </Box>
      <Box as="ol" className="steps">
        {words.stepList.map((step, at) => (
          <Box as="li" className="step" key={step.title}>
            <Box as="span" className="step-mark" hidden>
              {at + 1}
            </Box>
            <Box className="step-words">
              <Box as="strong">{step.title}</Box>
              <Box as="p">{step.text}</Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
