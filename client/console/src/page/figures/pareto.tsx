import { Alert } from 'antd';
import { useMemo } from 'react';
import { Chart, type Series } from '../../part/chart';
import { GroupTable } from './group-table';
import { type Grouped, useGroups } from './query';

const columns = ['received', 'on-time-resolve', 'solved', 'satisfied', 'reopened', 'first-time-right'];
const mostBars = 20;

/** How many of the largest make four fifths. */
function mostlyFrom(items: readonly Grouped[], total: number): number {
  let sum = 0;
  for (const [at, { n }] of items.entries()) {
    sum += n;
    if (sum >= total * 0.8) return at + 1;
  }
  return items.length;
}

interface Props {
  query: URLSearchParams;
  by: 'matter' | 'cause';
  heading: string;
  /** What stands apart because it has none. */
  without: string;
}

/** The few that make the most: falling bars, and the share that they make together. */
export function Pareto({ query, by, heading, without }: Props) {
  const found = useGroups(query, by, columns);
  const all = useMemo(() => found.data?.items ?? [], [found.data]);
  const items = useMemo(() => all.filter((row) => row.key !== null && row.n > 0), [all]);
  const top = useMemo(() => items.slice(0, mostBars), [items]);
  const none = all.find((row) => row.key === null)?.n ?? 0;
  const groups = (found.data?.groups ?? 0) - (none > 0 ? 1 : 0);
  const total = (found.data?.n ?? 0) - none;
  const labels = useMemo(
    () => top.map(({ name }) => (name.length > 9 ? `${name.slice(0, 8)}…` : name)),
    [top],
  );
  const series = useMemo((): Series[] => {
    let sum = 0;
    const together = top.map(({ n }) => {
      sum += n;
      return Math.round((sum / total) * 1000) / 10;
    });
    return [
      { name: '件数', kind: 'bar', values: top.map(({ n }) => n) },
      { name: '累计占比', kind: 'line', values: together, share: true },
    ];
  }, [top, total]);
  return (
    <section className="card">
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      {items.length > 0 ? (
        <>
          <p>
            共 {groups} 个{heading}、{total} 件；前 {mostlyFrom(items, total)} 个占到八成。
            {none > 0 ? (
              <span className="muted">
                　{without} {none} 件不在图中。
              </span>
            ) : null}
          </p>
          <Chart title={`${heading}件数与累计占比`} labels={labels} series={series} height={360} slanted />
        </>
      ) : null}
      <GroupTable
        items={all}
        by={by}
        query={query}
        heading={heading}
        figures={columns}
        loading={found.isPending}
      />
    </section>
  );
}
