import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Spin } from 'antd';
import { useSearchParams } from 'react-router';
import { shortTime } from '../../part/light';
import type { Me } from '../../query/staff';
import { request } from '../../request/request';
import { WriteBulletin } from './write-bulletin';

interface Bulletin {
  id: string;
  title: string;
  text: string;
  at: string;
  units: string[];
}

/** Bulletins: written by the supervisor, read by the units they name and by inspection. */
export default function Bulletins({ me }: { me: Me }) {
  const mayWrite = me.roles.some((each) => each.role === 'supervisor');
  const [params, setParams] = useSearchParams();
  const orders = params.get('orders')?.split(',').filter(Boolean) ?? [];
  const found = useInfiniteQuery({
    queryKey: ['bulletins'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Bulletin[]; next: string | null }>(
        'GET',
        `/desk/bulletins?limit=30${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  const items = found.data?.pages.flatMap((page) => page.items);
  const written = () => {
    setParams({}, { replace: true });
    void found.refetch();
  };
  return (
    <>
      <h2>通报</h2>
      {mayWrite ? <WriteBulletin orders={orders} onDone={written} /> : null}
      {found.isPending ? <Spin /> : null}
      {found.error ? <Alert type="error" showIcon title={found.error.message} /> : null}
      {items?.length === 0 ? <Empty description="还没有通报" /> : null}
      {items?.map((each) => (
        <section className="card" key={each.id} data-testid="bulletin">
          <h3>{each.title}</h3>
          <p className="muted">
            {shortTime(each.at)}　{each.units.join('、')}
          </p>
          <p className="story">{each.text}</p>
          <Button size="small" href={`/api/reports/bulletins/${each.id}/bulletin.docx`}>
            下载文档
          </Button>
        </section>
      ))}
      {found.hasNextPage ? (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          更多
        </Button>
      ) : null}
    </>
  );
}
