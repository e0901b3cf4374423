/** Platforms take so many templates of one kind in one question. */
const most = 3;

const chunks = (ids: string[]): string[][] =>
  ids.length === 0 ? [] : [ids.slice(0, most), ...chunks(ids.slice(most))];

/**
 * Template ids of this platform's subscribe messages in the order they are asked for, each group of one kind: first what
 * is granted for good (`WINDOW_SUBSCRIBE_LONG_TERM`), then what is granted once (`WINDOW_SUBSCRIBE_TEMPLATES`), both by
 * commas and given at build time.
 */
export const subscribeGroups = (longTerm: string, oneTime: string): string[][] =>
  [longTerm, oneTime].flatMap((ids) => chunks(ids.split(',').filter(Boolean)));

export const subscribeTemplates = subscribeGroups(SUBSCRIBE_LONG_TERM, SUBSCRIBE_TEMPLATES);
