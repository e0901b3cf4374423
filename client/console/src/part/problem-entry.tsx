import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { OrderView } from '../../../../shared/order/view';
import { isDistrict, ownUnits, type ProblemCard } from '../query/problem';
import type { Me } from '../query/staff';
import { request } from '../request/request';

/** On an order's page: the items it stands on, and the ways to open one from it or to propose it as an example. */
export function ProblemEntry({ order: { number, state }, me }: { order: OrderView; me: Me }) {
  const go = useNavigate();
  const found = useQuery({
    queryKey: ['problems', 'of', number],
    queryFn: () => request<{ items: ProblemCard[] }>('GET', `/learning/problems?order=${number}`),
  });
  const items = found.data?.items ?? [];
  const may = isDistrict(me) || ownUnits(me).length > 0;
  if (items.length === 0 && !may) return null;
  return (
    <p className="noprint">
      {items.map((item) => (
        <span key={item.id}>
          已列入问题清单：<Link to={`/problems/${item.id}`}>{item.title}</Link>（{item.stateWord}）　
        </span>
      ))}
      {may ? (
        <Button
          size="small"
          onClick={() => void go(`/problems/new?orders=${number}`)}
          data-testid="list-as-problem"
        >
          列入问题清单
        </Button>
      ) : null}
      {may && state === 'closed' ? (
        <Button
          size="small"
          style={{ marginLeft: 8 }}
          onClick={() => void go(`/practices/new?order=${number}`)}
        >
          推荐为好做法
        </Button>
      ) : null}
    </p>
  );
}
