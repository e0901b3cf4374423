import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { onHostWish } from './platform/host';
import { onPrivacyWish } from './platform/privacy';
import { onScan } from './platform/scan';
import { shareWindow } from './platform/share';
import { onUpdateReady } from './platform/update';
import { signInByChannel } from './query/session';
import { showPreference } from './setting/preference';
import { putPrivacyWish } from './setting/privacy-wish';
import { putSceneCode } from './setting/scene';
import { readSession } from './setting/session';
import { travelBack } from './setting/travel';
import { putUpdate } from './setting/update';
import { visit } from './setting/visit';
import { readWords } from './words/use-words';
import './app.scss';

/** The app: signs in with what the channel proves by itself, in silence; pages ask when they need more. */
export default function App({ children }: { children: ReactNode }) {
  useLaunch(() => {
    showPreference();
    onPrivacyWish(putPrivacyWish);
    onUpdateReady(() => putUpdate(true));
    onScan(putSceneCode);
    onHostWish((wish) => (wish === 'back' ? travelBack() : void shareWindow(readWords().brand)));
    if (visit.ticket || !readSession()) void signInByChannel().catch(() => null);
  });
  return children;
}
