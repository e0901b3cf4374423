import type { State } from '../../shared/order/state';
import { complexities, roles, stateWords } from '../../shared/order/vocabulary';

type Word = (value: unknown) => string;
const named =
  (words: Record<string, string>): Word =>
  (value) =>
    words[String(value)] ?? String(value);

/** What an order's record says was and is, in words: 状态 待接单→办理中 (spec 8). Empty where nothing moved. */
export function sayChange(data: Record<string, unknown>, unit: Word): string {
  const said: Record<string, [string, Word]> = {
    state: ['状态', named(stateWords satisfies Record<State, string>)],
    unit: ['派给', unit],
    lead: ['主办', unit],
    working: ['办理单位', unit],
    complexity: ['难易', named(complexities)],
    round: ['办理轮次', String],
  };
  const moves = (data.change ?? {}) as Record<string, [unknown, unknown]>;
  return Object.entries(said)
    .flatMap(([name, [title, word]]) => {
      const [was, is] = moves[name] ?? [];
      const or = (value: unknown) => (value === null ? '无' : word(value));
      return (was ?? 0) === (is ?? 0) ? [] : [`${title} ${or(was)}→${or(is)}`];
    })
    .join('，');
}

interface Signature {
  roles?: string[];
  device?: string | null;
  address?: string;
}

/** In which roles the acting person acted, and on what device and from which address, as the record has it (spec 8). */
export function saySignature(data: Record<string, unknown>): { role: string | null; from: string | null } {
  const by = (data.by ?? {}) as Signature;
  const held = (by.roles ?? []).map(named(roles));
  // A sign-in of earlier days has the device beside its other words.
  const from = [by.device ?? data.device, by.address].filter((part) => part && part !== 'unknown');
  return { role: held.join('、') || null, from: from.join('，') || null };
}
