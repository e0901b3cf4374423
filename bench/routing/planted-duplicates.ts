import { type ComparedReport, findDuplicates } from '../../shared/routing/duplicate';
import { sequence } from '../../shared/routing/linear-solver';
import { fingerprint, meetingKeys } from '../../shared/text/fingerprint';
import type { MessageSets } from './read-messages';

/** The same problem told again: a quarter of the sentences gone, some letters lost, another opening. */
function retell(text: string, next: () => number): string {
  const sentences = text.split(/(?<=[，。！？；])/).filter(() => next() > 0.25);
  return `再次反映：${[...sentences.join('')].filter(() => next() > 0.05).join('')}`;
}

export interface PlantedResult {
  planted: number;
  recall: number;
  /** Share of first offers that are the planted original. */
  precisionFirst: number;
  /** Share of all offers that are the planted original; the rest may be true duplicates of the set itself. */
  precisionAll: number;
  msPerReport: number;
}

/** Plants re-told messages and asks for their originals among all messages of the set, by other reporters, no matter known. */
export function measureDuplicates(messages: MessageSets['unlabelled'], planted = 500): PlantedResult {
  const next = sequence(11);
  const reports = messages.map(
    ({ title, text }, at): ComparedReport => ({
      orderId: `message-${at}`,
      matterId: null,
      reporterKey: `reporter-${at}`,
      text: `${title}。${text}`,
      at: 0,
    }),
  );
  const byKey = new Map<string, number[]>();
  reports.forEach(({ text }, at) => {
    for (const key of meetingKeys(fingerprint(text))) byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  let right = 0;
  let firstRight = 0;
  let asked = 0;
  let offers = 0;
  const started = performance.now();
  for (let at = 0; at < planted; at += 1) {
    const original = reports[Math.floor(next() * reports.length)];
    if (!original) continue;
    const told = {
      ...original,
      orderId: 'told-again',
      reporterKey: 'other',
      text: retell(original.text, next),
    };
    const near = new Set(meetingKeys(fingerprint(told.text)).flatMap((key) => byKey.get(key) ?? []));
    const found = findDuplicates(
      told,
      [...near].flatMap((place) => reports[place] ?? []),
    );
    asked += found.length > 0 ? 1 : 0;
    offers += found.length;
    firstRight += found[0]?.orderId === original.orderId ? 1 : 0;
    right += found.some(({ orderId }) => orderId === original.orderId) ? 1 : 0;
  }
  return {
    planted,
    recall: right / planted,
    precisionFirst: firstRight / (asked || 1),
    precisionAll: right / (offers || 1),
    msPerReport: (performance.now() - started) / planted,
  };
}
