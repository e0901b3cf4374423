import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { isDistrict, ownUnits, type ProblemCard } from '../query/problem';
import type { Me } from '../query/staff';
import { request } from '../request/request';

/** On an order's page: the items it stands on, and the way to open one from it. */
export function ProblemEntry({ number, me }: { number: string; me: Me }) {
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
    </p>
  );
}
