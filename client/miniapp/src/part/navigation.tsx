import { Box } from '../element/box';
import { Door } from '../element/door';
import { Press } from '../element/press';
import { isFramed, tellHost } from '../platform/host';
import { pages } from '../setting/pages';
import { prefer, usePreference } from '../setting/preference';
import { visit } from '../setting/visit';
import { useWords } from '../words/use-words';
import { Icon } from './icon';

export type Tab = 'home' | 'orders' | 'messages' | 'me' | 'report' | 'lookUp';

const tabs = [
  { tab: 'home', icon: 'home' },
  { tab: 'report', icon: 'report' },
  { tab: 'orders', icon: 'list' },
  { tab: 'messages', icon: 'mail' },
  { tab: 'me', icon: 'person' },
] as const;
/** A terminal belongs to nobody: there are no pages of one's own to go to. */
const kioskTabs = [tabs[0], tabs[1], { tab: 'lookUp', icon: 'search' }] as const;

const homes = (tab: Tab) => tab !== 'report' && tab !== 'lookUp';

/** The head of the page: whose it is, the way around on wide screens, and how the page is shown. */
export function TopBar({ tab }: { tab?: Tab }) {
  const words = useWords();
  return (
    <Box as="header" className="top">
      <Box className="top-in">
        <Door to={pages.home} home className="brand" id="brand">
          <Box as="span" className="brand-mark" hidden />
          <Box as="span" className="brand-words">
            <Box as="span" className="brand-place">
              {words.place}
            </Box>
            <Box as="span" className="brand-name">
              {words.brand}
            </Box>
          </Box>
        </Door>
        <Box as="nav" className="top-nav" label={words.nav.label}>
          {(visit.kiosk ? kioskTabs : tabs).map((one) => (
            <Door
              key={one.tab}
              to={pages[one.tab]}
              home={homes(one.tab)}
              current={one.tab === tab}
              className={one.tab === tab ? 'current' : ''}
            >
              {words.nav[one.tab]}
            </Door>
          ))}
        </Box>
        <ShowTools />
      </Box>
    </Box>
  );
}

function ShowTools() {
  const words = useWords();
  const { elder, language } = usePreference();
  return (
    <Box className="top-tools">
      {isFramed() && (
        <Press id="host-close" className="tool" onPress={() => void tellHost({ kind: 'close' })}>
          {words.close}
        </Press>
      )}
      <Press id="elder-switch" pressed={elder} className="tool" onPress={() => prefer({ elder: !elder })}>
        {elder ? words.elder.off : words.elder.on}
      </Press>
      <Press
        id="language-switch"
        className="tool"
        onPress={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        <Box as="span" lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {words.language.other}
        </Box>
      </Press>
    </Box>
  );
}

/** The way around on a phone, at the thumb. */
export function FootBar({ tab }: { tab?: Tab }) {
  const words = useWords();
  return (
    <Box as="nav" className="foot" label={`${words.nav.label} 2`}>
      {tabs.map((one) => (
        <Door
          key={one.tab}
          to={pages[one.tab]}
          home={homes(one.tab)}
          current={one.tab === tab}
          className={`foot-door${one.tab === tab ? ' current' : ''}`}
          id={`nav-${one.tab}`}
        >
          <Icon name={one.icon} />
          <Box as="span">{words.nav[one.tab]}</Box>
        </Door>
      ))}
    </Box>
  );
}
