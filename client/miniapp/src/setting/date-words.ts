import type { Words } from '../words/zh';

const shanghai = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000);
const two = (n: number) => String(n).padStart(2, '0');

/** 11 月 25 日 17:00, in Shanghai time wherever the phone is. */
export function momentWords(iso: string, words: Words): string {
  const at = shanghai(iso);
  const day = words.date.day(at.getUTCMonth() + 1, at.getUTCDate());
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** Today in Shanghai, as date entries want it. */
export const today = (): string => shanghai(new Date().toISOString()).toISOString().slice(0, 10);
