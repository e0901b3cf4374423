import { useState } from 'react';
import { mostAtOnce } from '../../../../../shared/order/bulk';
import type { OrderCard } from '../../../../../shared/order/view';

/** An order as the person saw it when choosing it. */
export type Chosen = Pick<OrderCard, 'number' | 'version'>;

/** The orders chosen so far, over all pages of one list. */
export interface Choosing {
  chosen: Map<string, Chosen>;
  /** Chooses all of these, or gives them back where all are chosen already. */
  toggle: (cards: Chosen[]) => void;
  keepOnly: (numbers: string[]) => void;
}

/** What a list is asked for, wherever one stands in its pages: as long as this stays it is the same list. */
export function listOf(search: URLSearchParams): string {
  const asked = new URLSearchParams(search);
  for (const name of ['cursor', 'limit']) asked.delete(name);
  asked.sort();
  return asked.toString();
}

/**
 * Which orders of this list are chosen; never more than may be done at once. Another list begins with none: nobody acts
 * on orders that the filters no longer show. While the list is still on its way (`settled` false) nothing is chosen.
 */
export function useChoosing(list: string, settled: boolean): Choosing {
  const [held, setHeld] = useState({ list, chosen: new Map<string, Chosen>() });
  if (held.list !== list) setHeld({ list, chosen: new Map() });
  const change = (to: (before: Map<string, Chosen>) => Map<string, Chosen>) =>
    setHeld((before) => (before.list === list ? { list, chosen: to(before.chosen) } : before));
  const toggle = (cards: Chosen[]) =>
    change((before) => {
      if (!settled) return before;
      const next = new Map(before);
      const every = cards.every(({ number }) => before.has(number));
      for (const { number, version } of cards) {
        if (every) next.delete(number);
        else if (next.size < mostAtOnce) next.set(number, { number, version });
      }
      return next;
    });
  const keepOnly = (numbers: string[]) =>
    change((before) => new Map([...before].filter(([number]) => numbers.includes(number))));
  return { chosen: held.list === list ? held.chosen : new Map(), toggle, keepOnly };
}
