import type { ReactNode } from 'react';
import { pathOf } from '../setting/pages';
import { travelTo } from '../setting/travel';

export interface DoorProps {
  to: string;
  id?: string;
  className?: string;
  label?: string;
  current?: boolean;
  /** Leave the pages before it behind: for the places of the navigation. */
  home?: boolean;
  /** Besides going there. */
  onGo?: () => void;
  children: ReactNode;
}

/** The way to another page, such as `/follow/order/index?number=…`. */
export function Door({ to, id, className, label, current, home, onGo, children }: DoorProps) {
  return (
    <a
      id={id}
      className={`door ${className ?? ''}`}
      href={pathOf(to)}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        onGo?.();
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        travelTo(to, home);
      }}
    >
      {children}
    </a>
  );
}
