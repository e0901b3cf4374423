import type { ReactNode } from 'react';
import { goTo } from '../platform/page';

/** For the keyboard: past the navigation. */
export const SkipLink = ({ children }: { children: ReactNode }) => (
  <a
    className="skip"
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      goTo('main');
    }}
  >
    {children}
  </a>
);
