import type { ReactNode } from 'react';

export interface ChoiceProps<T extends string> {
  name: string;
  legend: string;
  /** The legend is already said by a heading: only read it aloud. */
  quiet?: boolean;
  options: { value: T; word: string; hint?: string; picture?: ReactNode }[];
  value: T | null;
  onChange: (value: T) => void;
  look?: 'rows' | 'tiles' | 'faces';
  invalid?: boolean;
}

/** One of a few: a group of radio buttons, each a large target. */
export function Choice<T extends string>({
  name,
  legend,
  quiet,
  options,
  value,
  onChange,
  look = 'rows',
  invalid,
}: ChoiceProps<T>) {
  return (
    <fieldset className={`choice ${look}${invalid ? ' invalid' : ''}`} id={name} tabIndex={-1}>
      <legend className={quiet ? 'only-read' : 'caption'}>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className={`choice-option${option.value === value ? ' chosen' : ''}`}>
            <input
              className="radio"
              type="radio"
              id={`${name}-${option.value}`}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.picture}
            <span className="choice-word">
              {option.word}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
