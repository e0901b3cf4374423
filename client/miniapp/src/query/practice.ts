import { ask } from '../request/ask';
import { useAsk } from './use-ask';

/** What worked well somewhere, chosen by the district for everybody to read. */
export interface Practice {
  title: string;
  problem: string;
  approach: string;
  effect: string;
  unit: string;
}
export interface Practices {
  items: Practice[];
  next: string | null;
}

export const listPractices = (cursor?: string) =>
  ask<Practices>({
    path: `/public/practices?limit=10${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
  });

export const usePractices = () => useAsk('practices', () => listPractices());
