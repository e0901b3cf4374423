import { Alert, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Role } from '../../../../../shared/order/vocabulary';
import { useOrders, useSummary } from '../../query/desk';
import type { Me } from '../../query/staff';
import { DutyRow } from './duty-row';
import './duty.css';

export interface DutyList {
  /** The queue of the workbench that it shows, or a name of its own. */
  id: string;
  title: string;
  /** What is to be done with these, and by when, in a sentence. */
  about: string;
  /** Said when there are none. */
  empty: string;
  roles: Role[];
  /** As the list of orders takes it. */
  query: string;
  /** Only these are shown. */
  sampled?: (number: string) => boolean;
}
interface Shown<L extends DutyList> {
  me: Me;
  title: string;
  lists: L[];
  /** What stands beside the list for the chosen order; `onDone` goes to the next one. */
  pane: (list: L, number: string, onDone: () => void) => ReactNode;
}

/** Orders that wait for one kind of duty, list by list, with the chosen one worked on beside them. */
export function DutyPage<L extends DutyList>({ me, title, lists, pane }: Shown<L>) {
  const [params, setParams] = useSearchParams();
  const summary = useSummary();
  const held = me.roles.map((each) => each.role);
  const own = lists.filter((list) => list.roles.some((role) => held.includes(role)));
  const list = own.find(({ id }) => id === params.get('list')) ?? own[0];
  const found = useOrders(list?.query ?? '');
  if (!list || found.isPending) return <Spin />;
  const items = (found.data?.items ?? []).filter((card) => list.sampled?.(card.number) ?? true);
  const chosen = params.get('order') ?? items[0]?.number ?? null;
  const go = (number?: string) =>
    setParams({ list: list.id, ...(number ? { order: number } : {}) }, { replace: true });
  const goOn = () => go(items.find(({ number }) => number !== chosen)?.number);
  const countOf = (id: string) => summary.data?.queues.find((queue) => queue.id === id)?.count;
  return (
    <>
      <h2>{title}</h2>
      <div className="choice duty-lists">
        {own.map((each) => (
          <button
            key={each.id}
            type="button"
            aria-pressed={each.id === list.id}
            onClick={() => setParams({ list: each.id }, { replace: true })}
            data-testid={`list-${each.id}`}
          >
            {each.title} {countOf(each.id) ?? ''}
          </button>
        ))}
      </div>
      <p className="muted">{list.about}</p>
      {found.error ? <Alert type="error" showIcon title={found.error.message} /> : null}
      {items.length === 0 ? (
        <section className="card rest">
          <b>{list.empty}</b>
          <p className="muted">有新的会自动出现在这里，不用刷新。</p>
        </section>
      ) : (
        <div className="duties-page">
          <ul className="card duty-rows" aria-label={list.title}>
            {items.map((card) => (
              <DutyRow
                key={card.number}
                card={card}
                chosen={card.number === chosen}
                onChoose={() => go(card.number)}
              />
            ))}
          </ul>
          {chosen ? <div key={`${list.id}${chosen}`}>{pane(list, chosen, goOn)}</div> : null}
        </div>
      )}
    </>
  );
}
