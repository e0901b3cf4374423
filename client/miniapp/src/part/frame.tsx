import Taro from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { Box } from '../element/box';
import { Door } from '../element/door';
import { Press } from '../element/press';
import { tellHost } from '../platform/page';
import { pages } from '../setting/pages';
import { prefer, usePreference } from '../setting/preference';
import { visit } from '../setting/visit';
import { useWords } from '../words/use-words';
import { Icon } from './icon';
import { IdleGuard } from './idle-guard';
import { SkipLink } from './skip-link';

export type Tab = 'home' | 'orders' | 'messages' | 'me' | 'report' | 'lookUp';

const tabs = [
  { tab: 'home', icon: 'home' },
  { tab: 'report', icon: 'report' },
  { tab: 'orders', icon: 'list' },
  { tab: 'messages', icon: 'mail' },
  { tab: 'me', icon: 'person' },
] as const;

interface FrameProps {
  title: string;
  tab?: Tab;
  /** A first page of its own: the heading stands in the page itself. */
  ownHeading?: boolean;
  /** Without the navigation at the foot: where a form wants the room. */
  bare?: boolean;
  className?: string;
  children: ReactNode;
}

/** The page around every page: head, navigation, main part. */
export function Frame({ title, tab, ownHeading, bare, className = '', children }: FrameProps) {
  const words = useWords();
  const { elder } = usePreference();
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: tab === 'home' ? words.brand : title });
    tellHost({ kind: 'title', title });
  }, [title, tab, words]);
  return (
    <Box className={`page${elder ? ' elder' : ''}${visit.kiosk ? ' kiosk' : ''}${bare ? ' bare' : ''}`}>
      <SkipLink>{words.skip}</SkipLink>
      <TopBar tab={tab} />
      <Box as="main" id="main" className={`main ${className}`} focusable>
        {!ownHeading && (
          <Box className="page-head">
            <BackLink shown={!tab} />
            <Box as="h1" className="page-title">
              {title}
            </Box>
          </Box>
        )}
        {children}
      </Box>
      {!bare && !visit.kiosk && <FootBar tab={tab} />}
      {visit.kiosk && <IdleGuard />}
    </Box>
  );
}

function BackLink({ shown }: { shown: boolean }) {
  const words = useWords();
  if (!shown) return null;
  const back = () =>
    void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.reLaunch({ url: pages.home }));
  return (
    <Press className="back" id="back" onPress={back} label={words.back}>
      <Icon name="back" />
      {words.back}
    </Press>
  );
}

function TopBar({ tab }: { tab?: Tab }) {
  const words = useWords();
  const { elder, language } = usePreference();
  const kioskTabs = tabs.filter((one) => one.tab === 'home' || one.tab === 'report');
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
              home={one.tab !== 'report'}
              current={one.tab === tab}
              className={one.tab === tab ? 'current' : ''}
            >
              {words.nav[one.tab]}
            </Door>
          ))}
        </Box>
        <Box className="top-tools">
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
      </Box>
    </Box>
  );
}

function FootBar({ tab }: { tab?: Tab }) {
  const words = useWords();
  return (
    <Box as="nav" className="foot" label={`${words.nav.label} 2`}>
      {tabs.map((one) => (
        <Door
          key={one.tab}
          to={pages[one.tab]}
          home={one.tab !== 'report'}
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
