import { Alert, Spin } from 'antd';
import { useMemo } from 'react';
import { satisfactions } from '../../../../../shared/order/vocabulary';
import { Chart, type Series } from '../../part/chart';
import { Sideways } from '../../part/sideways';
import { GroupTable } from './group-table';
import { NumberLink } from './number-link';
import { figureOf, useGroups, useMeasured } from './query';

const columns = ['satisfied', 'unrated', 'solved', 'unanswered'];
const levelsDown = [5, 4, 3, 2, 1] as const;
const words = levelsDown.map((level) => satisfactions[level]);
const figures = [...columns, ...levelsDown.map((level) => `level-${level}`)];

/** What people said: how many of each answer, the average, those who said nothing apart, and by unit. */
export default function SatisfactionView({ query }: { query: URLSearchParams }) {
  const whole = useMeasured(query, figures);
  const units = useGroups(query, 'unit', columns);
  const levels = useMemo(() => [...(whole.data?.satisfaction.levels ?? [])].reverse(), [whole.data]);
  const series = useMemo((): Series[] => [{ name: '人次', kind: 'bar', values: levels }], [levels]);
  if (whole.isPending) return <Spin />;
  if (!whole.data) return <Alert type="error" title={whole.error?.message ?? '读取失败'} />;
  const total = levels.reduce((sum, n) => sum + n, 0);
  const { average } = whole.data.satisfaction;
  return (
    <>
      <section className="card">
        <h3>满意度</h3>
        <p>
          满意率 <NumberLink figure={figureOf(whole.data, 'satisfied')} query={query} />
          ；平均 {average === null ? '—' : average.toFixed(2)} 分（满分 5 分，{total} 个评价）；没有评价的{' '}
          <NumberLink figure={figureOf(whole.data, 'unrated')} query={query} /> 个，单独列出，不计入比率。
        </p>
        {total > 0 ? <Chart title="各级满意度的人次" labels={words} series={series} lying /> : null}
        <Sideways>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">评价</th>
                {words.map((word) => (
                  <th key={word} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">人次</th>
                {levelsDown.map((level) => {
                  const figure = figureOf(whole.data, `level-${level}`);
                  return (
                    <td key={level}>
                      <NumberLink figure={figure} query={query} text={String(figure?.count ?? 0)} />
                    </td>
                  );
                })}
              </tr>
              <tr>
                <th scope="row">占比</th>
                {words.map((word, at) => (
                  <td key={word}>
                    {total === 0 ? '—' : `${(((levels[at] ?? 0) / total) * 100).toFixed(1)}%`}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </Sideways>
      </section>
      <section className="card">
        <h3>各单位</h3>
        {units.error ? <Alert type="error" title={units.error.message} /> : null}
        <GroupTable
          items={(units.data?.items ?? []).filter((row) => row.key !== null)}
          by="unit"
          query={query}
          heading="单位"
          figures={columns}
          loading={units.isPending}
        />
      </section>
    </>
  );
}
