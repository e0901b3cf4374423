import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Role } from '../../../../shared/order/vocabulary';
import { request, sessionChanged } from '../request/request';

export interface Me {
  staff: { id: string; name: string; username: string };
  roles: { role: Role; roleWord: string; unit: { id: string; name: string; kind: string } | null }[];
  demonstration: boolean;
  means: 'password' | 'oidc';
  /** What must be done before anything else. */
  first: 'password.change-first' | 'totp.set-up-first' | null;
  totp: boolean;
}

/** Who is signed in, asked again when a call finds that the session has ended; the error tells that nobody is. */
export function useMe() {
  const client = useQueryClient();
  const me = useQuery({ queryKey: ['me'], queryFn: () => request<Me>('GET', '/staff/me') });
  const known = me.data !== undefined;
  useEffect(() => {
    if (!known) return;
    const again = () => void client.resetQueries({ queryKey: ['me'] });
    window.addEventListener(sessionChanged, again);
    return () => window.removeEventListener(sessionChanged, again);
  }, [client, known]);
  return me;
}

export function useSignOut() {
  const client = useQueryClient();
  return async () => {
    await request('DELETE', '/staff/sessions');
    client.clear();
    window.location.assign('/console/');
  };
}
