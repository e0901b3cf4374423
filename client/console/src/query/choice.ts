import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../request/request';

/** What one chose under a name, kept with the account: the same on every machine. */
export function useChoice(name: 'order-columns') {
  const client = useQueryClient();
  const queryKey = ['choice', name];
  const kept = useQuery({
    queryKey,
    queryFn: () => request<{ value: unknown }>('GET', `/console/choices/${name}`),
    staleTime: 600_000,
  });
  const keep = useMutation({
    mutationFn: (value: string[]) => request('PUT', `/console/choices/${name}`, { value }),
    onMutate: (value) => client.setQueryData(queryKey, { value }),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return { value: kept.data?.value, isPending: kept.isPending, keep: keep.mutate, error: keep.error };
}
