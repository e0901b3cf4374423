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

/** Which orders are chosen; never more than may be done at once. */
export function useChoosing(): Choosing {
  const [chosen, setChosen] = useState<Map<string, Chosen>>(new Map());
  const toggle = (cards: Chosen[]) =>
    setChosen((before) => {
      const next = new Map(before);
      const every = cards.every(({ number }) => before.has(number));
      for (const { number, version } of cards) {
        if (every) next.delete(number);
        else if (next.size < mostAtOnce) next.set(number, { number, version });
      }
      return next;
    });
  const keepOnly = (numbers: string[]) =>
    setChosen((before) => new Map([...before].filter(([number]) => numbers.includes(number))));
  return { chosen, toggle, keepOnly };
}
