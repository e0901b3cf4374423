import { useQuery } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { lightShapes, lightWords } from '../../../../../shared/sla/light';
import { Chart, type Series } from '../../part/chart';
import { request } from '../../request/request';
import './wall.css';

interface Lights {
  red: number;
  yellow: number;
  green: number;
}
interface Wall {
  at: string;
  today: { received: number; resolved: number; closed: number; overdue: number };
  hours: number[];
  queue: { state: string; word: string; n: number }[];
  lights: Lights;
  units: ({ unit: string; name: string; open: number } & Lights)[];
  bulletins: { id: string; title: string; at: string; units: string[] }[];
}

const everyMs = 30_000;
const mostUnits = 24;
const lights = ['red', 'yellow', 'green'] as const;
const worst = (unit: Lights) => lights.find((light) => unit[light] > 0) ?? 'green';
const [firstHour, lastHour] = [7, 21];

function Today({ today }: { today: Wall['today'] }) {
  const numbers: [string, number][] = [
    ['今日收到', today.received],
    ['今日办结', today.resolved],
    ['今日归档', today.closed],
    ['现在超期', today.overdue],
  ];
  return (
    <dl className="wall-today">
      {numbers.map(([word, n]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  );
}

function Units({ units }: { units: Wall['units'] }) {
  return (
    <ul className="wall-units">
      {units.slice(0, mostUnits).map((unit) => (
        <li key={unit.unit} className={worst(unit)}>
          <b>{unit.name}</b>
          <span>
            在办 {unit.open}
            {lights.map((light) =>
              unit[light] > 0 ? (
                <i key={light} className={light}>
                  <span aria-hidden="true">{lightShapes[light]}</span>
                  <span className="unseen">{lightWords[light]}</span> {unit[light]}
                </i>
              ) : null,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Flow({ hours }: { hours: number[] }) {
  const shown = useMemo(() => hours.slice(firstHour, lastHour + 1), [hours]);
  const labels = useMemo(() => shown.map((_, at) => `${firstHour + at} 时`), [shown]);
  const series = useMemo((): Series[] => [{ name: '收到', kind: 'bar', values: shown }], [shown]);
  return <Chart title="今天各小时收到的件数" labels={labels} series={series} dark height={190} />;
}

/** The big screen: today's flow, what waits, lights, units with the worst first, newest bulletins; it refreshes itself. */
export default function WallPage() {
  const found = useQuery({
    queryKey: ['wall'],
    queryFn: () => request<Wall>('GET', '/figures/wall'),
    refetchInterval: everyMs,
  });
  if (found.isPending) return <Spin fullscreen />;
  if (!found.data) return <Alert type="error" title={found.error?.message ?? '读取失败'} />;
  const wall = found.data;
  return (
    <main className="wall">
      <header>
        <h1>“办不成事”反映窗口</h1>
        <p>
          {found.error ? '暂时连不上，显示的是 ' : ''}
          {wall.at.slice(0, 10)} {wall.at.slice(11, 16)}
        </p>
        <Link to="/figures" className="noprint">
          返回
        </Link>
      </header>
      <Today today={wall.today} />
      <section>
        <h2>等着办的</h2>
        <ul className="wall-queue">
          {wall.queue.map(({ state, word, n }) => (
            <li key={state}>
              {word} <b>{n}</b>
            </li>
          ))}
        </ul>
        <ul className="wall-lights">
          {lights.map((light) => (
            <li key={light} className={light}>
              <span aria-hidden="true">{lightShapes[light]}</span> {lightWords[light]}{' '}
              <b>{wall.lights[light]}</b>
            </li>
          ))}
        </ul>
        <h2>今天收到</h2>
        <Flow hours={wall.hours} />
      </section>
      <section className="wall-wide">
        <h2>各单位</h2>
        {wall.units.length === 0 ? <p>没有在办的工单</p> : <Units units={wall.units} />}
      </section>
      <section>
        <h2>最新通报</h2>
        {wall.bulletins.length === 0 ? <p>没有通报</p> : null}
        <ol className="wall-bulletins">
          {wall.bulletins.map((bulletin) => (
            <li key={bulletin.id}>
              <b>{bulletin.title}</b>
              <span>
                {bulletin.at.slice(5, 10)}　{bulletin.units.join('、')}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </main>
  );
}
