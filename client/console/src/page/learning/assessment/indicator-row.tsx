import { Button, InputNumber, Select, Space } from 'antd';
import type { Formula, Indicator } from '../../../../../../shared/learning/assessment/indicator';
import type { KnownFigure } from '../../../query/assessment';

interface Props {
  at: number;
  indicator: Indicator;
  figures: KnownFigure[];
  onChange: (indicator: Indicator) => void;
  onDrop: () => void;
}

const linear: Formula = { kind: 'linear', zero: 60, full: 100 };
const steps: Formula = { kind: 'steps', steps: [{ from: 95, share: 100 }] };

interface NumberProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}
const Percent = ({ label, value, onChange }: NumberProps) => (
  <InputNumber
    aria-label={label}
    prefix={<span className="muted">{label.replace(/^第 \d+ 项/, '')}</span>}
    suffix="%"
    style={{ width: 170 }}
    min={0}
    max={100}
    value={value}
    onChange={(next) => onChange(next ?? 0)}
  />
);

function FormulaFields({
  at,
  formula,
  onChange,
}: {
  at: number;
  formula: Formula;
  onChange: (formula: Formula) => void;
}) {
  const name = (label: string) => `第 ${at + 1} 项${label}`;
  if (formula.kind === 'linear')
    return (
      <Space wrap>
        <Percent
          label={name('得零分')}
          value={formula.zero}
          onChange={(zero) => onChange({ ...formula, zero })}
        />
        <Percent
          label={name('得满分')}
          value={formula.full}
          onChange={(full) => onChange({ ...formula, full })}
        />
      </Space>
    );
  const set = (index: number, part: Partial<{ from: number; share: number }>) =>
    onChange({
      kind: 'steps',
      steps: formula.steps.map((step, each) => (each === index ? { ...step, ...part } : step)),
    });
  const last = formula.steps.at(-1);
  return (
    <Space wrap>
      {formula.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the ladder
        <Space key={index}>
          <Percent label={name('达到')} value={step.from} onChange={(from) => set(index, { from })} />
          <Percent label={name('得')} value={step.share} onChange={(share) => set(index, { share })} />
        </Space>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange({
            kind: 'steps',
            steps: [...formula.steps, { from: Math.max(0, (last?.from ?? 0) - 10), share: 50 }],
          })
        }
      >
        加一档
      </Button>
      {formula.steps.length > 1 ? (
        <Button size="small" onClick={() => onChange({ kind: 'steps', steps: formula.steps.slice(0, -1) })}>
          减一档
        </Button>
      ) : null}
    </Space>
  );
}

/** One indicator of a new rule: its figure, its points, and its formula. */
export function IndicatorRow({ at, indicator, figures, onChange, onDrop }: Props) {
  const { figure, weight, formula } = indicator;
  const pick = (id: string) =>
    onChange({ ...indicator, figure: id, title: figures.find((each) => each.id === id)?.title ?? id });
  return (
    <div style={{ borderTop: '1px solid #edf1f4', padding: '12px 0' }}>
      <Space wrap>
        <Select
          aria-label={`第 ${at + 1} 项指标`}
          style={{ width: 240 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={figure}
          onChange={pick}
          options={figures.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <InputNumber
          aria-label={`第 ${at + 1} 项分值`}
          suffix="分"
          style={{ width: 110 }}
          min={0.5}
          max={100}
          value={weight}
          onChange={(next) => onChange({ ...indicator, weight: next ?? 0 })}
        />
        <Select
          aria-label={`第 ${at + 1} 项算法`}
          style={{ width: 120 }}
          value={formula.kind}
          onChange={(kind) => onChange({ ...indicator, formula: kind === 'linear' ? linear : steps })}
          options={[
            { value: 'linear', label: '按比例' },
            { value: 'steps', label: '分档' },
          ]}
        />
        <FormulaFields
          at={at}
          formula={formula}
          onChange={(next) => onChange({ ...indicator, formula: next })}
        />
        <Button size="small" aria-label={`去掉第 ${at + 1} 项`} onClick={onDrop}>
          去掉
        </Button>
      </Space>
    </div>
  );
}
