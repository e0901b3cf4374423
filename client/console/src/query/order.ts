import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OrderView } from '../../../../shared/order/view';
import { request } from '../request/request';
import { withSteadyLinks } from './steady-link';

export interface UnitItem {
  id: string;
  name: string;
  parentId: string | null;
  usable: boolean;
}

export const useOrder = (number: string) =>
  useQuery({
    queryKey: ['order', number],
    queryFn: async () => withSteadyLinks(await request<OrderView>('GET', `/orders/${number}`)),
    refetchInterval: 20_000,
  });

export const useUnits = () =>
  useQuery({
    queryKey: ['units'],
    queryFn: () => request<{ items: UnitItem[] }>('GET', '/desk/units'),
    staleTime: 60_000,
  });

/** Does a command and shows the order as it stands then; `refresh` asks how it stands now. */
export function useRunCommand(number: string) {
  const client = useQueryClient();
  return {
    command: async (command: string, body: unknown) => {
      const view = await request<OrderView>('POST', `/orders/${number}/${command}`, body);
      client.setQueryData(['order', number], withSteadyLinks(view));
      await client.invalidateQueries({ queryKey: ['summary'] });
      await client.invalidateQueries({ queryKey: ['orders'] });
    },
    refresh: () => client.refetchQueries({ queryKey: ['order', number] }),
  };
}
