import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Space } from 'antd';
import { useState } from 'react';
import type { Indicator } from '../../../../../../shared/learning/assessment/indicator';
import { Field } from '../../../part/field';
import { Refusal } from '../../../part/refusal';
import type { KnownFigure, RuleVersion } from '../../../query/assessment';
import { request } from '../../../request/request';
import { IndicatorRow } from './indicator-row';

interface Props {
  start: RuleVersion;
  figures: KnownFigure[];
  onDone: () => void;
}

const bare = ({ figure, title, weight, formula }: Indicator): Indicator => ({
  figure,
  title,
  weight,
  formula,
});

/** A new version, begun from the last one; the old ones stay as they are. */
export function NewRule({ start, figures, onDone }: Props) {
  const [indicators, setIndicators] = useState(start.indicators.map(bare));
  const [fromYear, setFromYear] = useState(new Date().getFullYear());
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => request('POST', '/learning/assessment/rules', { fromYear, note, indicators }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['assessment-rules'] });
      await client.invalidateQueries({ queryKey: ['assessment'] });
      onDone();
    },
  });
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const unused = figures.find(({ id }) => !indicators.some(({ figure }) => figure === id));
  const add = () => {
    if (unused)
      setIndicators([
        ...indicators,
        {
          figure: unused.id,
          title: unused.title,
          weight: 5,
          formula: { kind: 'linear', zero: 60, full: 100 },
        },
      ]);
  };
  return (
    <section className="card" aria-label="新的一版规则">
      <h3>新的一版规则</h3>
      <Refusal error={save.error} />
      <Space wrap style={{ marginBottom: 12 }}>
        <Field label="从哪一年起用">
          {(id) => (
            <InputNumber
              id={id}
              min={2020}
              max={2100}
              value={fromYear}
              onChange={(value) => setFromYear(value ?? fromYear)}
            />
          )}
        </Field>
        <Field label="为什么改">
          {(id) => (
            <Input
              id={id}
              style={{ width: 320 }}
              maxLength={200}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              data-testid="rule-note"
            />
          )}
        </Field>
      </Space>
      {indicators.map((indicator, at) => (
        <IndicatorRow
          key={indicator.figure}
          at={at}
          indicator={indicator}
          figures={figures}
          onChange={(next) => setIndicators(indicators.map((each, place) => (place === at ? next : each)))}
          onDrop={() => setIndicators(indicators.filter((_, place) => place !== at))}
        />
      ))}
      <p className={total === 100 ? 'light green' : 'light red'}>
        {total === 100 ? '● 共 100 分' : `▲ 现在共 ${total} 分，要等于 100 分`}
      </p>
      <Space wrap>
        <Button onClick={add} disabled={!unused}>
          加一项
        </Button>
        <Button
          type="primary"
          disabled={total !== 100 || note.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
          data-testid="rule-submit"
        >
          保存新版
        </Button>
        <Button onClick={onDone}>取消</Button>
      </Space>
    </section>
  );
}
