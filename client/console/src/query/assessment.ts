import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Indicator } from '../../../../shared/learning/assessment/indicator';
import type { AssessmentResult } from '../../../../shared/learning/assessment/result';
import { request } from '../request/request';

export interface YearView extends AssessmentResult {
  frozen: { at: string; by: string; hash: string; whole: boolean } | null;
  frozenYears: number[];
}
export interface RuleVersion {
  version: number;
  fromYear: number | null;
  note: string;
  by: string | null;
  at: string | null;
  indicators: (Indicator & { words: string })[];
}
export interface KnownFigure {
  id: string;
  title: string;
  formula: string;
}
export interface Exclusion {
  id: string;
  number: string;
  unit: string;
  reason: string;
  state: 'proposed' | 'agreed' | 'refused';
  proposedBy: string;
  proposedAt: string;
  decidedBy: string | null;
  decision: string | null;
  mayDecide: boolean;
}

/** A year's assessment: as frozen, or as the figures stand now. */
export const useYear = (year: number) =>
  useQuery({
    queryKey: ['assessment', year],
    queryFn: () => request<YearView>('GET', `/learning/assessment?year=${year}`),
  });

/** Every version of the rule, and the figures an indicator can be built on. */
export const useRules = () =>
  useQuery({
    queryKey: ['assessment-rules'],
    queryFn: () =>
      request<{ items: RuleVersion[]; figures: KnownFigure[] }>('GET', '/learning/assessment/rules'),
  });

/** Orders asked to be left out of the year, page by page. */
export const useExclusions = (year: number) =>
  useInfiniteQuery({
    queryKey: ['assessment-exclusions', year],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Exclusion[]; next: string | null }>(
        'GET',
        `/learning/assessment/exclusions?year=${year}&limit=50${pageParam && `&cursor=${pageParam}`}`,
      ),
    getNextPageParam: (page) => page.next,
  });
