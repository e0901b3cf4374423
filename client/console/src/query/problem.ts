import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Verdict } from '../../../../shared/learning/effect';
import type { ProblemCommand, ProblemState } from '../../../../shared/learning/problem-list';
import type { Cause } from '../../../../shared/order/vocabulary';
import { request } from '../request/request';
import type { Me } from './staff';

export interface Named {
  id: string;
  name: string;
}
export interface Measure {
  round: number;
  text: string;
  due: string;
  firstDue: string;
  setAt: string;
  doneAt: string | null;
  doneNote: string | null;
  judgedAt: string | null;
  judgement: string | null;
  inTime: boolean | null;
  overdue: boolean;
}
interface ProblemLine {
  id: string;
  title: string;
  cause: Cause;
  causeWord: string;
  detail: string;
  sourceWord: string;
  matters: Named[];
  owner: Named;
  responsible: Named | null;
  openedByDistrict: boolean;
  openedBy: string;
  openedAt: string;
  state: ProblemState;
  stateWord: string;
  dropReason: string | null;
  version: number;
}
export interface ProblemCard extends ProblemLine {
  orders: number;
  measure: Measure | null;
  verdict: Verdict | null;
}
export interface EvidenceOrder {
  number: string;
  stateWord: string;
  matter: string | null;
  submittedAt: string;
}
export interface EffectView {
  verdict: Verdict;
  words: string;
  before: number | null;
  after: number | null;
  monthsBefore: number;
  monthsAfter: number;
  recurredIn: string | null;
  months: { month: string; count: number }[];
  doneMonth: string | null;
  runningMonth: string;
}
export interface ProblemView extends ProblemLine {
  commands: ProblemCommand[];
  measures: Measure[];
  evidence: { items: EvidenceOrder[]; hidden: number };
  effect: EffectView;
  history: { at: string; by: string; what: string }[];
}

const working = ['clerk', 'handler', 'unit-lead'];
/** Opens items for every unit. */
export const isDistrict = (me: Me) =>
  me.roles.some(({ role }) => role === 'dispatcher' || role === 'supervisor');
/** The units this person works for. */
export const ownUnits = (me: Me): Named[] => {
  const units = me.roles.flatMap(({ role, unit }) => (unit && working.includes(role) ? [unit] : []));
  return [...new Map(units.map(({ id, name }) => [id, { id, name }])).values()];
};

/** The problem list, page by page, under the filters of the address. */
export const useProblems = (filters: string) =>
  useInfiniteQuery({
    queryKey: ['problems', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: ProblemCard[]; next: string | null }>(
        'GET',
        `/learning/problems?${filters}${pageParam && `&cursor=${pageParam}`}`,
      ),
    getNextPageParam: (page) => page.next,
  });

export const useProblem = (id: string) =>
  useQuery({
    queryKey: ['problem', id],
    queryFn: () => request<ProblemView>('GET', `/learning/problems/${id}`),
  });

/** The people of a unit, for naming who is responsible. */
export const useUnitPeople = (unitId: string | null) =>
  useQuery({
    queryKey: ['unit-people', unitId],
    enabled: unitId !== null,
    queryFn: () => request<{ items: Named[] }>('GET', `/learning/units/${unitId}/people`),
  });

/** Does a command on an item and shows it as it stands then. */
export function useProblemStep(item: ProblemView) {
  const client = useQueryClient();
  return async (method: 'PUT' | 'POST', command: string, body: object) => {
    const path = `/learning/problems/${item.id}${command && `/${command}`}`;
    const view = await request<ProblemView>(method, path, { version: item.version, ...body });
    client.setQueryData(['problem', item.id], view);
    await client.invalidateQueries({ queryKey: ['problems'] });
  };
}
