export interface PickProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  empty: string;
  groups: { word: string; options: { value: string; word: string }[] }[];
  invalid?: boolean;
  describedBy?: string;
}

/** One of many, in groups. */
export function Pick({ id, value, onChange, empty, groups, invalid, describedBy }: PickProps) {
  return (
    <select
      id={id}
      className="entry pick"
      value={value}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{empty}</option>
      {groups.map((group) => (
        <optgroup key={group.word} label={group.word}>
          {group.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.word}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
