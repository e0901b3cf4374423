import { useQuery } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import { shortTime } from '../../../part/light';
import type { Me } from '../../../query/staff';
import { request } from '../../../request/request';
import { DeadLetters } from './dead-letters';
import { Keys } from './keys';
import './providers.css';

interface Health {
  provider: string;
  word: string;
  carrier: 'real' | 'local' | 'none';
  waiting: number;
  due: number;
  oldestAt: string | null;
  pausedUntil: string | null;
  sentInDay: number;
  lastSentAt: string | null;
  dead: number;
  errors: { state: 'waiting' | 'dead'; error: string; word: string; count: number }[];
}
const carriers = { real: '已接通', local: '演示，不真正发出' };

/** How a provider stands, in a word with a shape: never by colour alone. */
function stateOf({ carrier, pausedUntil, due, dead }: Health): { word: string; colour: string } {
  if (pausedUntil) return { word: '✕ 暂停发送', colour: 'red' };
  if (carrier === 'none' && due > 0) return { word: '✕ 没有接通，消息在等', colour: 'red' };
  if (carrier === 'none') return { word: '— 没有接通', colour: '' };
  if (dead > 0) return { word: '△ 有没发出的', colour: 'yellow' };
  return { word: '○ 正常', colour: 'green' };
}

function Card({ health, counted }: { health: Health; counted: number }) {
  const many = (n: number) => (n >= counted ? `${counted} 以上` : String(n));
  const { word, colour } = stateOf(health);
  return (
    <section className="card" aria-label={health.word} data-testid={`provider-${health.provider}`}>
      <h3>
        {health.word} <span className={`light ${colour}`}>{word}</span>
      </h3>
      {health.carrier === 'none' ? null : <p className="muted">{carriers[health.carrier]}</p>}
      <dl className="facts">
        <dt>等待发送</dt>
        <dd>
          {many(health.waiting)}
          {health.oldestAt ? `（最早 ${shortTime(health.oldestAt)}）` : ''}
        </dd>
        <dt>24 小时内发出</dt>
        <dd>
          {many(health.sentInDay)}
          {health.lastSentAt ? `（最近 ${shortTime(health.lastSentAt)}）` : ''}
        </dd>
        <dt>没有发出</dt>
        <dd>{many(health.dead)}</dd>
        {health.pausedUntil ? (
          <>
            <dt>暂停到</dt>
            <dd>{shortTime(health.pausedUntil)}，到时先试一条</dd>
          </>
        ) : null}
      </dl>
      {health.errors.length > 0 ? (
        <p>
          失败原因：
          {health.errors.map((each) => `${each.word} ${each.count} 条`).join('；')}
        </p>
      ) : null}
    </section>
  );
}

/** Each provider's state, messages that did not go out, and the master key in use (spec 5, 8). */
export default function Providers({ me }: { me: Me }) {
  const found = useQuery({
    queryKey: ['providers'],
    queryFn: () => request<{ items: Health[]; counted: number }>('GET', '/admin/providers'),
    refetchInterval: 15_000,
  });
  const held = me.roles.map((each) => each.role);
  return (
    <>
      <h2>发送情况</h2>
      {found.error ? <Alert type="error" showIcon title={found.error.message} /> : null}
      {found.isPending ? <Spin /> : null}
      <div className="providers">
        {(found.data?.items ?? []).map((health) => (
          <Card key={health.provider} health={health} counted={found.data?.counted ?? 0} />
        ))}
      </div>
      <DeadLetters maySend={held.some((role) => ['admin', 'supervisor', 'dispatcher'].includes(role))} />
      {held.includes('admin') ? <Keys /> : null}
    </>
  );
}
