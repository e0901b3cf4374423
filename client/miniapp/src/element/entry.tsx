export interface EntryProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'tel' | 'search' | 'number' | 'date' | 'one-time-code';
  maxLength?: number;
  placeholder?: string;
  describedBy?: string;
  invalid?: boolean;
  readOnly?: boolean;
  label?: string;
  autoComplete?: string;
  max?: string;
  /** The keys on the screen write here now. */
  writing?: boolean;
  onFocus?: () => void;
  onLeave?: () => void;
}

/** One line to write in; its caption names it by the same id. */
export function Entry({
  type = 'text',
  describedBy,
  invalid,
  label,
  onChange,
  onLeave,
  writing,
  ...rest
}: EntryProps) {
  const code = type === 'one-time-code';
  return (
    <input
      {...rest}
      className={writing ? 'entry writing' : 'entry'}
      type={code ? 'text' : type === 'number' ? 'text' : type}
      inputMode={code || type === 'number' ? 'numeric' : undefined}
      autoComplete={code ? 'one-time-code' : (rest.autoComplete ?? 'off')}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}
