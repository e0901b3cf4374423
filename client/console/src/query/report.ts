import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OfficialDocument } from '../../../../shared/report/official-document';
import type { ReportKind } from '../../../../shared/report/period';
import { request } from '../request/request';

export interface Snapshot {
  id: string;
  kind: ReportKind | 'open-data';
  kindWord: string;
  period: string;
  hash: string;
  madeAt: string;
  madeBy: string | null;
}
interface Draft {
  id: string;
  hash: string;
  madeAt: string;
  notice: OfficialDocument;
}
export interface Freeze {
  kind: ReportKind;
  day: string;
  issuer: string;
  recipients: string;
}

const key = ['snapshots'];

/** Frozen figures, the newest first. */
export const useSnapshots = () =>
  useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Snapshot[]; next: string | null }>(
        'GET',
        `/reports/snapshots?limit=30${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`,
      ),
    getNextPageParam: (page) => page.next,
  });

/** A snapshot with the notice as it will stand in the file. */
export const useDraft = (id: string) =>
  useQuery({
    queryKey: [...key, id],
    queryFn: () => request<Draft>('GET', `/reports/snapshots/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

function useMake<Input>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => request<{ id: string }>('POST', path, input),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
export const useFreeze = () => useMake<Freeze>('/reports/snapshots');
export const usePublishOpenData = () => useMake<{ year: number }>('/reports/open-data');

/** Where a snapshot's files are. */
export const fileOf = (id: string, file: 'notice.docx' | 'figures.xlsx' | 'open-data.zip') =>
  `/api/reports/snapshots/${id}/${file}`;
