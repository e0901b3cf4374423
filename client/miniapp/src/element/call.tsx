import type { ReactNode } from 'react';

export interface CallProps {
  phone: string;
  label?: string;
  children: ReactNode;
}

/** A telephone number to ring at a touch. */
export const Call = ({ phone, label, children }: CallProps) => (
  <a className="door call" href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={label}>
    {children}
  </a>
);
