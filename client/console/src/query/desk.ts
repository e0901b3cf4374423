import { useQuery } from '@tanstack/react-query';
import type { OrderCard } from '../../../../shared/order/view';
import { request } from '../request/request';

export interface QueueCount {
  id: string;
  title: string;
  count: number;
  /** There are more than `count`. */
  more: boolean;
  /** Others act there; one looks on. */
  watched: boolean;
  yellow: number;
  red: number;
}
/** An order with the duty it stands there for. */
export interface Pressing extends OrderCard {
  duty: { id: string; title: string; watched: boolean };
}
/** Who else has an order open, by its number. */
export type Viewed = Record<string, string[]>;

/**
 * How often an open page asks again; a page that is not looked at does not ask. The browser sends the tag of the answer
 * it holds, and an unchanged one comes back as 304 without a body.
 */
const everyMs = 10_000;
const live = { refetchInterval: everyMs, refetchOnWindowFocus: true } as const;

/** Every queue of one's roles with its lights. */
export const useSummary = () =>
  useQuery({
    queryKey: ['summary'],
    queryFn: () => request<{ queues: QueueCount[] }>('GET', '/desk/summary'),
    ...live,
  });

/** What presses one most over all duties, the worst light first. */
export const usePressing = () =>
  useQuery({
    queryKey: ['orders', 'pressing'],
    queryFn: () => request<{ items: Pressing[]; viewed: Viewed }>('GET', '/desk/pressing'),
    ...live,
  });

/** One page of the list of orders by the filters in its address. */
export const useOrders = (search: string) =>
  useQuery({
    queryKey: ['orders', search],
    queryFn: () =>
      request<{ items: OrderCard[]; next: string | null; viewed: Viewed }>('GET', `/desk/orders?${search}`),
    placeholderData: (before) => before,
    ...live,
  });

const tellEveryMs = 15_000;

/** Tells that one has this order open, as long as the page is looked at, and says who else has. */
export const useOthersAt = (number: string) =>
  useQuery({
    queryKey: ['viewers', number],
    queryFn: () => request<{ others: { name: string }[] }>('POST', `/console/viewers/${number}`),
    enabled: number !== '',
    staleTime: 0,
    refetchInterval: tellEveryMs,
  });
