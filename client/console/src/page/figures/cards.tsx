import { Alert, Spin } from 'antd';
import { Sideways } from '../../part/sideways';
import { useShow } from './behind';
import { type Figure, figureOf, hours, type Measured, periodBefore, useMeasured, valueText } from './query';

const rooms: [string, string[]][] = [
  ['收到', ['received', 'withdrawn', 'declined', 'overdue-now']],
  [
    '按时',
    [
      'on-time-dispatch',
      'on-time-accept',
      'accept-apart',
      'on-time-contact',
      'on-time-resolve',
      'on-time-resolve-original',
      'on-time-rectify',
      'on-time-follow-up',
      'on-time-assist',
      'on-time-arbitrate',
      'on-time-unit-callback',
      'on-time-district-callback',
      'on-time-supervise-due',
    ],
  ],
  [
    '结果',
    [
      'solved',
      'unanswered',
      'satisfied',
      'unrated',
      'unit-callback-cover',
      'district-callback-cover',
      'first-time-right',
      'improvements-done',
    ],
  ],
  [
    '过程',
    ['supervised', 'returned', 'reclassified', 'extended', 'urged', 'reopened'].flatMap((id) => [
      id,
      `${id}-times`,
    ]),
  ],
];

function Card({
  figure,
  before,
  query,
}: {
  figure: Figure;
  before: Measured | undefined;
  query: URLSearchParams;
}) {
  const show = useShow();
  const earlier = figureOf(before, figure.id);
  return (
    <button
      type="button"
      className="queue figure"
      title={figure.formula}
      onClick={() => show.figure(figure, query)}
      data-testid={`figure-${figure.id}`}
    >
      {figure.title}
      <b>{valueText(figure)}</b>
      <span className="muted">
        {figure.of ? `${figure.count} / ${figure.of}　` : ''}
        {earlier && figure.id !== 'overdue-now' ? `上期 ${valueText(earlier)}` : ''}
      </span>
    </button>
  );
}

function Handling({
  handling,
  before,
}: {
  handling: Measured['handling'];
  before: Measured['handling'] | undefined;
}) {
  const lines: [string, keyof Omit<Measured['handling'], 'n'>][] = [
    ['办公时间，到最后一次办结', 'work'],
    ['自然时间，到最后一次办结', 'natural'],
    ['办公时间，到首次办结', 'first'],
    ['自然时间，到首次办结', 'firstNatural'],
  ];
  return (
    <section className="card">
      <h3>办理用时（从接单算起，{handling.n} 件）</h3>
      <Sideways>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">怎样计时</th>
              <th scope="col">一半在多久内</th>
              <th scope="col">九成在多久内</th>
              <th scope="col">上期一半</th>
              <th scope="col">上期九成</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([label, name]) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td>{hours(handling[name].median)}</td>
                <td>{hours(handling[name].p90)}</td>
                <td>{hours(before?.[name].median ?? null)}</td>
                <td>{hours(before?.[name].p90 ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

/** Every figure with its definition, the period before, and its orders one click away. */
export default function Cards({ query }: { query: URLSearchParams }) {
  const now = useMeasured(query);
  const before = useMeasured(periodBefore(query));
  if (now.isPending) return <Spin />;
  if (!now.data) return <Alert type="error" title={now.error?.message ?? '读取失败'} />;
  return (
    <>
      {rooms.map(([title, ids]) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <div className="queues">
            {ids.map((id) => {
              const figure = figureOf(now.data, id);
              return figure ? <Card key={id} figure={figure} before={before.data} query={query} /> : null;
            })}
          </div>
        </section>
      ))}
      <Handling handling={now.data.handling} before={before.data?.handling} />
    </>
  );
}
