import { pinyin } from 'pinyin-pro';
import { normalise } from './normalise';

/**
 * The pinyin of a name without tones or marks, and its first letters, both lower case: 社保 → shebao, sb.
 * For the server and the seed only: the dictionary is too large for a mini-program.
 */
export function pinyinKeys(name: string): { full: string; initials: string } {
  const syllables = pinyin(normalise(name), { toneType: 'none', type: 'array', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
