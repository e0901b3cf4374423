import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { request } from '../../request/request';

export interface Figure {
  id: string;
  title: string;
  formula: string;
  count: number;
  of: number | null;
}
interface Spread {
  median: number | null;
  p90: number | null;
}
export interface Measured {
  figures: Figure[];
  satisfaction: { average: number | null; levels: number[] };
  handling: { n: number; work: Spread; natural: Spread; first: Spread; firstNatural: Spread };
}
export interface Grouped extends Measured {
  key: string | null;
  name: string;
  n: number;
}
export type By =
  | 'channel'
  | 'unit'
  | 'matter'
  | 'town'
  | 'stage'
  | 'cause'
  | 'complexity'
  | 'kind'
  | 'day'
  | 'week'
  | 'month'
  | 'year';

const dayMs = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
export const addDays = (day: string, days: number): string =>
  new Date(noon(day) + days * dayMs).toISOString().slice(0, 10);
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The period and filters that stand in the address; the last thirty days where none are named. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => {
    const next = new URLSearchParams(search);
    if (!next.get('from')) next.set('from', addDays(today(), -29));
    if (!next.get('to')) next.set('to', today());
    return next;
  }, [search]);
  const set = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next);
  };
  return { query, set };
}

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same number of days before, or the same days of the year before: what a period is held against. */
export function periodBefore(query: URLSearchParams, against: 'before' | 'year' = 'before'): URLSearchParams {
  const [from, to] = [query.get('from') ?? today(), query.get('to') ?? today()];
  const earlier = new URLSearchParams(query);
  if (against === 'year') {
    const back = (day: string) => {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
      const kept = Math.min(date, lastDayOf(year - 1, month));
      return `${year - 1}${day.slice(4, 8)}${String(kept).padStart(2, '0')}`;
    };
    earlier.set('from', back(from));
    earlier.set('to', back(to));
    return earlier;
  }
  const days = Math.round((noon(to) - noon(from)) / dayMs) + 1;
  earlier.set('from', addDays(from, -days));
  earlier.set('to', addDays(to, -days));
  return earlier;
}

const wanted = (figures: readonly string[] | undefined) => (figures ? `&figures=${figures.join(',')}` : '');

export const useMeasured = (query: URLSearchParams, figures?: readonly string[]) =>
  useQuery({
    queryKey: ['figures', query.toString(), figures],
    queryFn: () => request<Measured>('GET', `/figures/summary?${query}${wanted(figures)}`),
  });

export const useGroups = (query: URLSearchParams, by: By, figures?: readonly string[]) =>
  useQuery({
    queryKey: ['figures', by, query.toString(), figures],
    queryFn: () =>
      request<{ items: Grouped[]; groups: number; n: number }>(
        'GET',
        `/figures/groups?${query}&by=${by}${wanted(figures)}`,
      ),
  });

export const figureOf = (measured: Measured | undefined, id: string): Figure | undefined =>
  measured?.figures.find((each) => each.id === id);

/** A plain count, or the share in hundredths with one place; null where there is nothing to be a share of. */
export function numberOf(figure: Figure | undefined): number | null {
  if (!figure) return null;
  if (figure.of === null) return figure.count;
  return figure.of === 0 ? null : Math.round((figure.count / figure.of) * 1000) / 10;
}
export const valueText = (figure: Figure | undefined): string => {
  const value = numberOf(figure);
  if (value === null || !figure) return '—';
  return figure.of === null ? String(value) : `${value.toFixed(1)}%`;
};

export const hours = (minutes: number | null): string =>
  minutes === null ? '—' : `${(minutes / 60).toFixed(1)} 小时`;

const filterOf: Partial<Record<By, string>> = {
  channel: 'channel',
  unit: 'unit',
  matter: 'matter',
  town: 'town',
  stage: 'stage',
  cause: 'cause',
  complexity: 'complexity',
  kind: 'reporterKind',
};
const nextStretch: Partial<Record<By, (start: string) => string>> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => `${addDays(`${start.slice(0, 7)}-01`, 31).slice(0, 7)}-01`,
  year: (start) => `${Number(start.slice(0, 4)) + 1}-01-01`,
};

const firstOf: Partial<Record<By, (day: string) => string>> = {
  day: (day) => day,
  week: (day) => addDays(day, -((new Date(noon(day)).getUTCDay() + 6) % 7)),
  month: (day) => `${day.slice(0, 7)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
};

/** The first day of every stretch that a period touches, those without any order too. */
export function stretchesOf(query: URLSearchParams, by: By): string[] {
  const [from, to] = [query.get('from') ?? today(), query.get('to') ?? today()];
  const starts: string[] = [];
  const next = nextStretch[by];
  for (
    let start = firstOf[by]?.(from) ?? from;
    next && start <= to && starts.length < 1500;
    start = next(start)
  )
    starts.push(start);
  return starts;
}

/** The filters that leave just one group: the orders behind its numbers. */
export function narrowedTo(query: URLSearchParams, by: By, key: string | null): URLSearchParams {
  const next = new URLSearchParams(query);
  const stretch = nextStretch[by];
  if (stretch && key) {
    const [from, to] = [query.get('from') ?? key, query.get('to') ?? key];
    const last = addDays(stretch(key), -1);
    next.set('from', key > from ? key : from);
    next.set('to', last < to ? last : to);
    return next;
  }
  next.set(filterOf[by] ?? by, key ?? 'none');
  if (by === 'unit') next.set('below', 'no');
  return next;
}
