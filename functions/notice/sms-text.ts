import type { State } from '../../shared/order/state';
import { stateWords } from '../../shared/order/vocabulary';

/** An unverified phone gets number and state alone, never words, code or link (spec 4). */
export const bareSms = (number: string, state: State): string =>
  `您登记的诉求 ${number} 目前是“${stateWords[state]}”，请凭回执上的查询码查看。`;

/** A reply or a question is one press away: these messages bring a link to an order whose phone is verified. */
export const linkedTopics = new Set(['supplement-requested', 'resolved', 'declined']);

/** The words of an SMS to a verified phone. */
export const smsText = (text: string, link: string | undefined): string =>
  link ? `${text} 查看：${link}` : text;
