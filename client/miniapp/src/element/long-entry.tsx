export interface LongEntryProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  rows?: number;
  placeholder?: string;
  describedBy?: string;
  invalid?: boolean;
}

/** Several lines to write in. */
export function LongEntry({ describedBy, invalid, onChange, rows = 5, ...rest }: LongEntryProps) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className="entry long"
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
