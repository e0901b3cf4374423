import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../../../shared/order/vocabulary';
import { request } from '../request/request';

export interface Me {
  staff: { id: string; name: string; username: string };
  roles: { role: Role; roleWord: string; unit: { id: string; name: string; kind: string } | null }[];
  demonstration: boolean;
}

/** Who is signed in; the error tells that nobody is. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => request<Me>('GET', '/staff/me') });

export function useSignOut() {
  const client = useQueryClient();
  return async () => {
    await request('DELETE', '/staff/sessions');
    client.clear();
    window.location.assign('/console/');
  };
}
