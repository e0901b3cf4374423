import type { ReactNode } from 'react';
import { goTo } from '../platform/page';

/** For the keyboard: past the navigation. */
export const SkipLink = ({ children }: { children: ReactNode }) => (
  <button type="button" className="skip" onClick={() => goTo('main')}>
    {children}
  </button>
);
