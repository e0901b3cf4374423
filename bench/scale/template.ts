import { addDays, dayMs } from '../../shared/sla/instant';
import { cast } from './cast';
import type { Life } from './life';

export interface Template {
  life: Life;
  /** Work was handed down: only the unit that has one below can stand here. */
  delegated: boolean;
}

export const toTemplate = (life: Life): Template => ({
  life,
  delegated: life.events.some((each) => each.kind === 'order.delegated'),
});

/** What one order puts in the place of the template's units, people, matter and time. */
export interface Replacement {
  /** Whole days by which every instant moves. */
  days: number;
  ids: Map<string, string | null>;
  /** Values by the name of their field: channel, stage, town, reporterKind. */
  fields: Record<string, unknown>;
  newId(name: string): string;
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const earliest = 1_000_000_000_000;

/** The same data with its ids, days and instants replaced. */
export function replaced<T>(value: T, by: Replacement): T {
  const visit = (item: unknown, key: string): unknown => {
    if (key in by.fields) return by.fields[key];
    if (typeof item === 'number') return item > earliest ? item + by.days * dayMs : item;
    if (typeof item === 'string') {
      const known = by.ids.get(item);
      if (known !== undefined) return known;
      if (item.startsWith('new-')) return by.newId(item);
      return isDay.test(item) ? addDays(item, by.days) : item;
    }
    if (Array.isArray(item)) return item.map((each) => visit(each, ''));
    if (item === null || typeof item !== 'object') return item;
    return Object.fromEntries(Object.entries(item).map(([name, each]) => [name, visit(each, name)]));
  };
  return visit(value, '') as T;
}

/** The ids that every life is played with, in one list with what stands for them in this order. */
export const idsFor = (own: Partial<Record<keyof typeof cast, string | null>>, more: [string, string][]) =>
  new Map<string, string | null>([
    ...Object.entries(own).map(([name, id]): [string, string | null] => [
      cast[name as keyof typeof cast],
      id ?? null,
    ]),
    ...more,
  ]);
