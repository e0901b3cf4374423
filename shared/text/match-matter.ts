import { normalise } from './normalise';

/** What a matter is found by; `pinyin` and `initials` are computed beforehand on the server. */
export interface MatterKeys {
  name: string;
  pinyin: string;
  initials: string;
}

const strip = (text: string) => normalise(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The share of the letters of `query` that stand in `name` in this order, at the tightest: 1 side by side, 0 not all there. */
function inOrder(query: string, name: string): number {
  const start = name.indexOf(query.charAt(0));
  let at = start;
  for (const char of query.slice(1)) {
    at = at < 0 ? -1 : name.indexOf(char, at + 1);
  }
  return start < 0 || at < 0 ? 0 : query.length / (at - start + 1);
}

function pairsShared(query: string, name: string): number {
  if (query.length < 3) return 0;
  let shared = 0;
  for (let at = 0; at + 1 < query.length; at += 1) if (name.includes(query.slice(at, at + 2))) shared += 1;
  return shared / (query.length - 1);
}

/** Earlier and fuller hits come first, by less than one step of the ladder below. */
const closeness = (query: string, text: string, at: number) =>
  4 * (query.length / text.length) + 4 / (1 + at);

/**
 * How well a matter answers what was typed (name, pinyin or first letters), 0 = not at all, 100 = the name itself.
 * For sorting a list as it is typed: no dictionary, no state.
 */
export function matchMatter(query: string, matter: MatterKeys): number {
  const typed = strip(query);
  const name = strip(matter.name);
  if (typed === '' || name === '') return 0;
  if (typed === name) return 100;
  const inName = name.indexOf(typed);
  if (inName >= 0) return 80 + closeness(typed, name, inName);
  if (/^[a-z0-9]+$/.test(typed)) {
    const inInitials = matter.initials.indexOf(typed);
    if (inInitials >= 0) return 60 + closeness(typed, matter.initials, inInitials);
    const inPinyin = matter.pinyin.indexOf(typed);
    if (inPinyin >= 0 && typed.length > 1) return 50 + closeness(typed, matter.pinyin, inPinyin);
    return 0;
  }
  const loose = inOrder(typed, name);
  if (typed.length > 1 && loose > 0) return 30 + 10 * loose;
  const pairs = pairsShared(typed, name);
  return pairs >= 0.5 ? 10 + 10 * pairs : 0;
}
