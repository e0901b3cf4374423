import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Spin } from 'antd';
import { Sideways } from '../../part/sideways';
import { request } from '../../request/request';
import { useShow } from './behind';

interface Heat {
  stages: [string, string][];
  items: { matter: string; name: string; n: number; cells: Record<string, number> }[];
}

const received = { id: 'received', title: '收到', formula: '期间内提交或登记的件数', of: null };
/** Five tones, the darker the more; ink turns white where the ground is dark. */
const toneOf = (n: number, most: number) => (n === 0 ? 0 : Math.max(1, Math.ceil((n / most) * 4)));

/** Where people get stuck: the matters reported most against the stage they got to, darker for more (spec 7). */
export default function Stuck({ query }: { query: URLSearchParams }) {
  const found = useQuery({
    queryKey: ['figures-heat', query.toString()],
    queryFn: () => request<Heat>('GET', `/figures/heat?${query}`),
  });
  const show = useShow();
  if (found.isPending) return <Spin />;
  if (!found.data) return <Alert type="error" title={found.error?.message ?? '读取失败'} />;
  const { stages, items } = found.data;
  if (items.length === 0) return <Empty description="这段时间没有选了事项的工单" />;
  const most = Math.max(...items.flatMap(({ cells }) => Object.values(cells)));
  const open = (item: Heat['items'][number], n: number, stage?: [string, string]) => {
    const narrowed = new URLSearchParams(query);
    narrowed.set('matter', item.matter);
    if (stage) narrowed.set('stage', stage[0]);
    show.figure({ ...received, count: n }, narrowed, [item.name, ...(stage ? [stage[1]] : [])].join('，'));
  };
  return (
    <section className="card">
      <p className="muted">
        反映最多的 {items.length} 个事项，卡在哪个环节；颜色越深件数越多，点数字看工单。
      </p>
      <Sideways>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">事项</th>
              {stages.map(([id, word]) => (
                <th key={id} scope="col">
                  {word}
                </th>
              ))}
              <th scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.matter}>
                <th scope="row">{item.name}</th>
                {stages.map((stage) => {
                  const n = item.cells[stage[0]] ?? 0;
                  return (
                    <td key={stage[0]} className={`tone-${toneOf(n, most)}`}>
                      {n === 0 ? (
                        <span className="muted">0</span>
                      ) : (
                        <button
                          type="button"
                          className="number"
                          aria-label={`${item.name}，${stage[1]}，${n} 件，查看工单`}
                          onClick={() => open(item, n, stage)}
                        >
                          {n}
                        </button>
                      )}
                    </td>
                  );
                })}
                <td>
                  <button
                    type="button"
                    className="number"
                    aria-label={`${item.name}，合计 ${item.n} 件，查看工单`}
                    onClick={() => open(item, item.n)}
                  >
                    {item.n}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
