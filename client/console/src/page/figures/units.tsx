import { Alert, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Chart, type Series } from '../../part/chart';
import { GroupTable } from './group-table';
import { figureOf, type Grouped, numberOf, useGroups } from './query';

const columns = [
  'received',
  'on-time-accept',
  'on-time-contact',
  'on-time-resolve',
  'on-time-resolve-original',
  'solved',
  'satisfied',
  'first-time-right',
  'returned',
  'improvements-done',
];
const choices = [
  { value: 'on-time-resolve', label: '办结按时率' },
  { value: 'on-time-accept', label: '接单按时率' },
  { value: 'on-time-contact', label: '联系按时率' },
  { value: 'solved', label: '解决率' },
  { value: 'satisfied', label: '满意率' },
  { value: 'first-time-right', label: '一次办好率' },
];
/** No rank below this many (spec 7). */
const least = 10;

/** The units by one figure, each with the number it rests on; fewer than ten are shown without a rank. */
export default function Units({ query }: { query: URLSearchParams }) {
  const [id, setId] = useState('on-time-resolve');
  const found = useGroups(query, 'unit', columns);
  const sorted = useMemo(() => {
    const n = (row: Grouped) => figureOf(row, id)?.of ?? 0;
    const value = (row: Grouped) => numberOf(figureOf(row, id)) ?? -1;
    const items = (found.data?.items ?? []).filter((row) => row.key !== null);
    const ranked = items.filter((row) => n(row) >= least).sort((a, b) => value(b) - value(a) || n(b) - n(a));
    const rest = items.filter((row) => n(row) < least).sort((a, b) => n(b) - n(a));
    return { ranked, rest };
  }, [found.data, id]);
  const { ranked, rest } = sorted;
  const labels = useMemo(
    () => ranked.map((row) => `${row.name}（${figureOf(row, id)?.of ?? 0}）`),
    [ranked, id],
  );
  const title = choices.find((each) => each.value === id)?.label ?? '';
  const series = useMemo(
    (): Series[] => [{ name: title, kind: 'bar', values: ranked.map((row) => numberOf(figureOf(row, id))) }],
    [ranked, id, title],
  );
  /** Equal values share a rank. */
  const rankOf = (row: Grouped) => {
    if (!ranked.includes(row)) return null;
    const own = numberOf(figureOf(row, id)) ?? -1;
    return 1 + ranked.filter((each) => (numberOf(figureOf(each, id)) ?? -1) > own).length;
  };
  return (
    <section className="card">
      <div className="spans">
        <Select
          aria-label="按哪项数字排名"
          style={{ width: 180 }}
          value={id}
          options={choices}
          onChange={setId}
        />
        <span className="muted">括号里是计算所依据的件数；不足 {least} 件的不排名次。</span>
      </div>
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      {ranked.length > 0 ? (
        <Chart title={`各单位${title}`} labels={labels} series={series} lying percent />
      ) : null}
      <GroupTable
        items={[...ranked, ...rest]}
        by="unit"
        query={query}
        heading="单位"
        figures={columns}
        loading={found.isPending}
        rankOf={rankOf}
      />
    </section>
  );
}
