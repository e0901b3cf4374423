import { Button, Input, type InputRef, Select } from 'antd';
import { type Ref, useEffect, useId, useState } from 'react';
import { towns } from '../../../../../shared/catalogue/towns';
import { causes, channels, complexities, stateWords } from '../../../../../shared/order/vocabulary';
import { lightShapes, lightWords } from '../../../../../shared/sla/light';
import { PickMatter, PickUnit } from '../../part/pick';
import { usePhone } from '../../part/use-phone';

interface Set {
  search: URLSearchParams;
  set: (name: string, value: string | undefined) => void;
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const lights = (['red', 'yellow', 'green'] as const).map((value) => ({
  value,
  label: `${lightShapes[value]} ${lightWords[value]}`,
}));
const choices: Record<string, { label: string; options: { value: string; label: string }[] }> = {
  state: { label: '状态', options: options(stateWords) },
  light: { label: '灯', options: lights },
  channel: { label: '渠道', options: options(channels) },
  town: { label: '乡镇', options: towns.map(({ code, name }) => ({ value: code, label: name })) },
  complexity: { label: '难易', options: options(complexities) },
  cause: { label: '原因', options: options(causes) },
};
/** Those that are folded away until they are wanted. */
const rare = ['channel', 'matter', 'town', 'complexity', 'cause', 'from', 'to'];
const all = ['q', 'state', 'light', 'unit', 'queue', ...rare];

function Choose({ name, search, set }: Set & { name: string }) {
  const choice = choices[name];
  if (!choice) return null;
  return (
    <Select
      aria-label={choice.label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={choice.label}
      popupMatchSelectWidth={false}
      value={search.get(name) ?? undefined}
      options={choice.options}
      onChange={(value) => set(name, value)}
    />
  );
}

function Day({ name, label, search, set }: Set & { name: string; label: string }) {
  const id = useId();
  return (
    <span className="day">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        value={search.get(name) ?? ''}
        onChange={(change) => set(name, change.target.value || undefined)}
      />
    </span>
  );
}

function Words({ search, set, searchRef }: Set & { searchRef: Ref<InputRef> }) {
  const asked = search.get('q') ?? '';
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  return (
    <Input.Search
      ref={searchRef}
      className="words"
      aria-label="内容中的字词或编号"
      placeholder="内容中的字词，或编号"
      allowClear
      enterButton="查找"
      maxLength={60}
      value={words}
      onChange={(change) => setWords(change.target.value)}
      onSearch={(value) => set('q', value.trim() || undefined)}
    />
  );
}

/** All filters of the ledger: the common ones in sight, the rest one touch away. */
export function Filters({
  search,
  set,
  onClear,
  searchRef,
}: Set & { onClear: () => void; searchRef: Ref<InputRef> }) {
  const phone = usePhone();
  const used = (names: string[]) => names.filter((name) => search.get(name)).length;
  const [open, setOpen] = useState(used(rare) > 0);
  const folded = phone ? used(['state', 'light', 'unit', ...rare]) : used(rare);
  const common = (
    <>
      <Choose name="state" search={search} set={set} />
      <Choose name="light" search={search} set={set} />
      <PickUnit
        label="单位及下级"
        value={search.get('unit')}
        onChange={(unit) => set('unit', unit ?? undefined)}
      />
    </>
  );
  return (
    <search className="order-filters noprint">
      <Words search={search} set={set} searchRef={searchRef} />
      {phone ? null : common}
      <Button aria-expanded={open} onClick={() => setOpen(!open)} data-testid="more-filters">
        {phone ? '筛选' : '更多筛选'}
        {folded > 0 ? `（${folded}）` : ''}
      </Button>
      {used(all) > 0 ? (
        <Button type="link" onClick={onClear} data-testid="clear-filters">
          清除筛选
        </Button>
      ) : null}
      {open ? (
        <div className="more-filters">
          {phone ? common : null}
          <Choose name="channel" search={search} set={set} />
          <PickMatter
            label="事项"
            value={search.get('matter')}
            onChange={(matter) => set('matter', matter ?? undefined)}
          />
          <Choose name="town" search={search} set={set} />
          <Choose name="complexity" search={search} set={set} />
          <Choose name="cause" search={search} set={set} />
          <Day name="from" label="提交从" search={search} set={set} />
          <Day name="to" label="到" search={search} set={set} />
        </div>
      ) : null}
    </search>
  );
}
