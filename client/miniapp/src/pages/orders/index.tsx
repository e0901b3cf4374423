import { useEffect, useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { MoreButton } from '../../part/more-button';
import { NeedSignIn } from '../../part/need-sign-in';
import { OrderCard } from '../../part/order-card';
import { Nothing, Stale, Trouble, Waiting } from '../../part/state';
import { type Filter, listOrders, useOrders } from '../../query/order';
import { pages } from '../../setting/pages';
import { endSession, useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';

const filters: Filter[] = ['open', 'done', 'all'];

/** My reports, by where they stand. */
export default function OrdersPage() {
  const words = useWords().orders;
  const signedIn = useSession() !== null;
  const [filter, setFilter] = useState<Filter>('open');
  const orders = useOrders(signedIn ? filter : null);
  const { problem } = orders;
  useEffect(() => {
    if (problem?.status === 401) endSession();
  }, [problem]);
  if (!signedIn)
    return (
      <Frame title={words.title} tab="orders">
        <NeedSignIn />
      </Frame>
    );
  return (
    <Frame title={words.title} tab="orders" refresh={orders.again}>
      <Box className="filters" role="group" label={words.filters}>
        {filters.map((one) => (
          <Press
            key={one}
            id={`filter-${one}`}
            className={`chip${one === filter ? ' chosen' : ''}`}
            pressed={one === filter}
            onPress={() => setFilter(one)}
          >
            {words[one]}
          </Press>
        ))}
      </Box>
      <OrderList filter={filter} orders={orders} />
    </Frame>
  );
}

function OrderList({ filter, orders }: { filter: Filter; orders: ReturnType<typeof useOrders> }) {
  const words = useWords();
  const { data, problem, again, put } = orders;
  if (problem && !data) return <Trouble problem={problem} again={() => void again()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0)
    return (
      <Nothing
        title={filter === 'done' ? words.orders.noneDone : words.orders.empty}
        hint={filter === 'done' ? words.orders.noneDoneHint : words.orders.emptyHint}
      >
        <Door to={pages.report} className="first">
          {words.home.report}
        </Door>
      </Nothing>
    );
  const { next } = data;
  const more = async (cursor: string) => {
    const page = await listOrders(filter, cursor);
    put({ items: [...data.items, ...page.items], next: page.next });
  };
  return (
    <Box className="list">
      {problem && <Stale problem={problem} again={() => void again()} />}
      {data.items.map((card) => (
        <OrderCard key={card.number} card={card} />
      ))}
      {next && <MoreButton word={words.orders.more} load={() => more(next)} />}
    </Box>
  );
}
