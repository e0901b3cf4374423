import type { ReactNode } from 'react';

export interface TickProps {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  invalid?: boolean;
  children: ReactNode;
}

/** A box to tick. */
export function Tick({ id, checked, onChange, invalid, children }: TickProps) {
  return (
    <label className={`tick${invalid ? ' invalid' : ''}`} htmlFor={id}>
      <input
        className="radio"
        id={id}
        type="checkbox"
        checked={checked}
        aria-invalid={invalid || undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
