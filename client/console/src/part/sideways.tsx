import type { CSSProperties, ReactNode } from 'react';

/** What may be wider than the screen: scrolled by finger, mouse or, once reached by Tab, by the arrow keys. */
export function Sideways({ children, style }: { children: ReactNode; style?: CSSProperties }) {
  return (
    <div className="sideways" style={style} ref={(node) => node?.setAttribute('tabindex', '0')}>
      {children}
    </div>
  );
}
