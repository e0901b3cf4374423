import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Icon, type IconName } from '../../part/icon';
import { useMessages } from '../../query/message';
import { pages } from '../../setting/pages';
import { visit } from '../../setting/visit';
import { useWords } from '../../words/use-words';

interface ShortcutProps {
  to: string;
  icon: IconName;
  title: string;
  hint: string;
  id: string;
  strong?: boolean;
  home?: boolean;
}

/** The ways from the first page. A terminal offers what needs no account. */
export function Shortcuts({ signedIn }: { signedIn: boolean }) {
  const words = useWords().home;
  const unread = useMessages(signedIn).data?.unread ?? 0;
  const own: ShortcutProps[] = [
    {
      to: pages.orders,
      icon: 'list',
      title: words.orders,
      hint: words.ordersHint,
      id: 'go-orders',
      home: true,
    },
    {
      to: pages.messages,
      icon: 'mail',
      title: words.messages,
      hint: unread > 0 ? words.unread(unread) : words.messagesHint,
      strong: unread > 0,
      id: 'go-messages',
      home: true,
    },
  ];
  const lookUp: ShortcutProps = {
    to: pages.lookUp,
    icon: 'search',
    title: words.lookUp,
    hint: words.lookUpHint,
    id: 'go-look-up',
  };
  const centres: ShortcutProps = {
    to: pages.centres,
    icon: 'place',
    title: words.centres,
    hint: words.centresHint,
    id: 'go-centres',
  };
  const shown = visit.kiosk ? [lookUp, centres] : [own[0], lookUp, own[1], centres];
  return <Box className="doors">{shown.map((one) => one && <Shortcut key={one.id} {...one} />)}</Box>;
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
