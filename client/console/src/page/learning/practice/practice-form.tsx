import { Button, Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../../part/field';
import type { PracticeWords } from '../../../query/practice';

interface Asked {
  name: keyof PracticeWords;
  label: string;
  least: number;
  most: number;
  rows: number;
}
const asked: Asked[] = [
  { name: 'title', label: '标题', least: 4, most: 40, rows: 1 },
  { name: 'problem', label: '原来的问题', least: 10, most: 500, rows: 3 },
  { name: 'approach', label: '怎么做的', least: 10, most: 1500, rows: 5 },
  { name: 'effect', label: '效果', least: 4, most: 500, rows: 3 },
];

interface Props {
  start: PracticeWords;
  submit: string;
  busy: boolean;
  onSubmit: (words: PracticeWords) => void;
}

/** An example told in one's own words, without anybody's name. */
export function PracticeForm({ start, submit, busy, onSubmit }: Props) {
  const [words, setWords] = useState(start);
  const ready = asked.every(({ name, least }) => words[name].trim().length >= least);
  return (
    <div className="impact">
      {asked.map(({ name, label, least, most, rows }) => (
        <Field key={name} label={`${label}（${least} 至 ${most} 字）`}>
          {(id) => {
            const common = {
              id,
              maxLength: most,
              value: words[name],
              'data-testid': `practice-${name}`,
              onChange: (event: { target: { value: string } }) =>
                setWords({ ...words, [name]: event.target.value }),
            };
            return rows === 1 ? <Input {...common} /> : <Input.TextArea {...common} rows={rows} />;
          }}
        </Field>
      ))}
      <Button
        type="primary"
        disabled={!ready}
        loading={busy}
        onClick={() => onSubmit(words)}
        data-testid="practice-submit"
      >
        {submit}
      </Button>
    </div>
  );
}
