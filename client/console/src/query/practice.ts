import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { PracticeCommand, PracticeState } from '../../../../shared/learning/practice';
import { request } from '../request/request';

export interface PracticeWords {
  title: string;
  problem: string;
  approach: string;
  effect: string;
}
export interface Practice extends PracticeWords {
  id: string;
  unit: string;
  state: PracticeState;
  stateWord: string;
  onHome: boolean;
  version: number;
  proposedAt: string;
  reason: string | null;
  commands: PracticeCommand[];
}

/** Good practices that this person may see, page by page. */
export const usePractices = (state: string) =>
  useInfiniteQuery({
    queryKey: ['practices', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Practice[]; next: string | null }>(
        'GET',
        `/learning/practices?limit=20${state && `&state=${state}`}${pageParam && `&cursor=${pageParam}`}`,
      ),
    getNextPageParam: (page) => page.next,
  });

/** Decides on a practice or writes it anew, and reads the list again. */
export function usePracticeStep() {
  const client = useQueryClient();
  return async ({ id, version }: Practice, command: PracticeCommand, body: object) => {
    const path = `/learning/practices/${id}${command === 'revise' ? '' : `/${command}`}`;
    await request(command === 'revise' ? 'PUT' : 'POST', path, { version, ...body });
    await client.invalidateQueries({ queryKey: ['practices'] });
  };
}
