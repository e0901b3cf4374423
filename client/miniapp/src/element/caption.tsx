import type { ReactNode } from 'react';

export interface CaptionProps {
  of: string;
  optional?: string;
  children: ReactNode;
}

/** The words above an entry, tied to it. */
export function Caption({ of, optional, children }: CaptionProps) {
  return (
    <label className="caption" htmlFor={of}>
      {children}
      {optional && <span className="optional">{optional}</span>}
    </label>
  );
}
