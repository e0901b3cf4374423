import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { signInByChannel } from './query/session';
import { showPreference } from './setting/preference';
import { readSession } from './setting/session';
import { visit } from './setting/visit';
import './app.scss';

/** The app: signs in with what the channel proves by itself, in silence; pages ask when they need more. */
export default function App({ children }: { children: ReactNode }) {
  useLaunch(() => {
    showPreference();
    if (visit.ticket || !readSession()) void signInByChannel().catch(() => null);
  });
  return children;
}
