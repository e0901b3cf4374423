import type { ReactNode } from 'react';
import { Box } from '../element/box';
import { Press } from '../element/press';
import { usePreference } from '../setting/preference';
import { travelBack } from '../setting/travel';
import { visit } from '../setting/visit';
import { useWords } from '../words/use-words';
import { Icon } from './icon';
import { IdleGuard } from './idle-guard';
import { FootBar, type Tab, TopBar } from './navigation';
import { PrivacyPanel } from './privacy-panel';
import { RefreshButton } from './refresh-button';
import { SiteFooter } from './site-footer';
import { SkipLink } from './skip-link';
import { UpdateNotice } from './update-notice';
import { useTitle } from './use-title';

interface FrameProps {
  title: string;
  /** A sentence under the title. */
  lead?: string;
  tab?: Tab;
  /** A first page of its own: the heading stands in the page itself. */
  ownHeading?: boolean;
  /** Without the navigation at the foot: where a form wants the room. */
  bare?: boolean;
  /** Reads the page's facts again, where the person cannot pull the page down. */
  refresh?: () => Promise<void>;
  className?: string;
  children: ReactNode;
}

/** The page around every page: head, navigation, main part. */
export function Frame({ title, lead, tab, ownHeading, bare, refresh, className = '', children }: FrameProps) {
  const words = useWords();
  const { elder } = usePreference();
  useTitle(tab === 'home' ? words.brand : title);
  return (
    <Box className={`page${elder ? ' elder' : ''}${visit.kiosk ? ' kiosk' : ''}${bare ? ' bare' : ''}`}>
      <SkipLink>{words.skip}</SkipLink>
      <TopBar tab={tab} />
      <Box as="main" id="main" className={`main ${className}`} focusable>
        {!ownHeading && (
          <Box className="page-head">
            <BackLink shown={!tab || Boolean(bare)} />
            <Box className="page-head-line">
              <Box as="h1" className="page-title">
                {title}
              </Box>
              {refresh && <RefreshButton refresh={refresh} />}
            </Box>
            {lead && (
              <Box as="p" className="page-lead">
                {lead}
              </Box>
            )}
          </Box>
        )}
        {!bare && <UpdateNotice />}
        {children}
      </Box>
      {!visit.kiosk && <SiteFooter />}
      {!bare && !visit.kiosk && <FootBar tab={tab} />}
      <PrivacyPanel />
      {visit.kiosk && <IdleGuard first={tab === 'home'} />}
    </Box>
  );
}

function BackLink({ shown }: { shown: boolean }) {
  const words = useWords();
  if (!shown) return null;
  return (
    <Press className="back" id="back" onPress={travelBack} label={words.back}>
      <Icon name="back" />
      {words.back}
    </Press>
  );
}
