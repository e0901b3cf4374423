import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { OrderCard } from '../../part/order-card';
import { useOrders } from '../../query/order';
import { pages } from '../../setting/pages';
import { useWords } from '../../words/use-words';

/** The newest reports that are not over yet, for who is signed in; nothing at all when there are none. */
export function OpenOrders() {
  const words = useWords().home;
  const { data: orders, problem } = useOrders('open');
  if (problem && !orders)
    return (
      <Box className="notice" id="orders-unread">
        <Box as="span">{words.ordersUnread}</Box>
        <Door to={pages.orders} home className="notice-go">
          {words.orders}
        </Door>
      </Box>
    );
  if (!orders || orders.items.length === 0) return null;
  return (
    <Box as="section" className="open-orders" labelledBy="open-orders-title">
      <Box className="open-orders-head">
        <Box as="h2" className="section-title" id="open-orders-title">
          {words.openOrders}
        </Box>
        <Door to={pages.orders} home className="more">
          {words.allOrders}
        </Door>
      </Box>
      <Box className="list">
        {orders.items.slice(0, 2).map((card) => (
          <OrderCard key={card.number} card={card} />
        ))}
      </Box>
    </Box>
  );
}
