import type { OrderView, Receipt } from '../../../../../shared/order/view';

export type Standing = Pick<OrderView, 'state' | 'sentence' | 'holder' | 'lead' | 'dueAt' | 'clock'>;
export type Moment = (iso: string) => string;

/** What the server says of an order in Chinese sentences; the other language says it in its own. */
export const standing = {
  sentence: (order: Standing, _moment: Moment): string => order.sentence,
  state: (_state: OrderView['state'], word: string): string => word,
  clock: (_kind: OrderView['clocks'][number]['kind'], title: string): string => title,
  countdown: (said: string | null): string | null => said,
  receipt: (receipt: Receipt, _moment: Moment): string => receipt.sentence,
  nextSteps: (receipt: Receipt): Receipt['nextSteps'] => receipt.nextSteps,
  /** A line that the server says in both languages. */
  line: (chinese: string, _english: string | null): string => chinese,
  accepted: (lines: string[]): string[] => lines,
  notAccepted: (lines: string[]): string[] => lines,
};
