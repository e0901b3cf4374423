import { normalise } from './normalise';

/** Letters, Han characters and digits of a text that stand together, in one spelling. */
export const wordRuns = (text: string): string[] =>
  [...normalise(text.normalize('NFKC')).matchAll(/[\p{L}\p{N}]+/gu)].map(([run]) => run);

/** Whether a text holds every word of a query as it was typed, whatever stands between the words. */
export function holdsWords(text: string, query: string): boolean {
  const spelt = normalise(text.normalize('NFKC'));
  return wordRuns(query).every((run) => spelt.includes(run));
}
