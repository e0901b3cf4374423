import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { towns } from '../../../../../shared/catalogue/towns';
import { causes, channels, complexities } from '../../../../../shared/order/vocabulary';
import { PickMatter, PickUnit } from '../../part/pick';
import { addDays, today } from './query';

interface Props {
  query: URLSearchParams;
  set(changes: Record<string, string | undefined>): void;
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const yearStart = (day: string) => `${day.slice(0, 4)}-01-01`;
const spans: [string, () => { from: string; to: string }][] = [
  ['今天', () => ({ from: today(), to: today() })],
  ['近 30 天', () => ({ from: addDays(today(), -29), to: today() })],
  ['本月', () => ({ from: `${today().slice(0, 7)}-01`, to: today() })],
  ['今年', () => ({ from: yearStart(today()), to: today() })],
  ['近一年', () => ({ from: addDays(today(), -364), to: today() })],
];
const filters = [
  'channel',
  'unit',
  'below',
  'matter',
  'town',
  'reporterKind',
  'complexity',
  'cause',
  'stage',
];

/** Period and filters of spec 7, the same on every page; they stand in the address, so that a view can be sent on. */
export function Filters({ query, set }: Props) {
  const pick = (name: string, label: string, words: Record<string, string>) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      style={{ width: 122 }}
      value={query.get(name)}
      options={options(words)}
      onChange={(value) => set({ [name]: value ?? undefined })}
    />
  );
  const [open, setOpen] = useState(false);
  const filtered = filters.some((name) => query.has(name));
  return (
    <section className="filters noprint" aria-label="时间和筛选">
      <div className="spans">
        <Input
          type="date"
          aria-label="从哪天起"
          style={{ width: 150 }}
          value={query.get('from') ?? ''}
          onChange={(event) => set({ from: event.target.value })}
        />
        <Input
          type="date"
          aria-label="到哪天止"
          style={{ width: 150 }}
          value={query.get('to') ?? ''}
          onChange={(event) => set({ to: event.target.value })}
        />
        {spans.map(([label, span]) => {
          const { from, to } = span();
          const on = query.get('from') === from && query.get('to') === to;
          return (
            <Button
              key={label}
              aria-pressed={on}
              type={on ? 'primary' : 'default'}
              onClick={() => set({ from, to })}
            >
              {label}
            </Button>
          );
        })}
      </div>
      <Button className="narrow" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起筛选' : filtered ? '筛选（已选）' : '筛选'}
      </Button>
      <div className={open ? 'spans' : 'spans folded'}>
        {pick('channel', '渠道', channels)}
        <PickUnit
          label="单位及下级"
          value={query.get('unit')}
          onChange={(value) => set({ unit: value ?? undefined })}
        />
        <PickMatter
          label="事项"
          value={query.get('matter')}
          onChange={(value) => set({ matter: value ?? undefined })}
        />
        {pick('town', '乡镇', Object.fromEntries(towns.map(({ code, name }) => [code, name])))}
        {pick('reporterKind', '反映人', { person: '个人', enterprise: '企业' })}
        {pick('complexity', '难易', complexities)}
        {pick('cause', '原因', causes)}
        {filtered ? (
          <Button onClick={() => set(Object.fromEntries(filters.map((name) => [name, undefined])))}>
            清除筛选
          </Button>
        ) : null}
      </div>
    </section>
  );
}
