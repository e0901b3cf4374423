import { grams } from './grams';

const size = 64;
const bandRows = 2;

/** FNV-1a with a final mix: 32 bits, the same on every machine. */
export function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One permutation of 32 bits per place: odd factors and offsets from a fixed sequence. */
const places = Array.from({ length: size }, (_, place) => ({
  factor: hashGram(`factor ${place}`) | 1,
  offset: hashGram(`offset ${place}`),
}));

/**
 * 64 whole numbers of 32 bits that stay alike when texts are alike (min-hash over pairs, words and numbers).
 * An empty text has an empty fingerprint.
 */
export function fingerprint(text: string): number[] {
  const found = new Set(grams(text).filter((gram) => gram.length > 1));
  if (found.size === 0) return [];
  const least = new Array<number>(size).fill(0xffffffff);
  for (const gram of found) {
    const hash = hashGram(gram);
    places.forEach(({ factor, offset }, place) => {
      let mixed = Math.imul(hash ^ offset, factor);
      mixed = (mixed ^ (mixed >>> 15)) >>> 0;
      if (mixed < (least[place] ?? 0)) least[place] = mixed;
    });
  }
  return least;
}

/** The share of words two texts have in common, estimated from their fingerprints, 0 to 1 (error about 0.06). */
export function fingerprintSimilarity(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  return a.filter((value, place) => value === b[place]).length / a.length;
}

/** Whether two fingerprints very likely belong to one text told twice. */
export function likelySame(a: readonly number[], b: readonly number[], atLeast = 0.5): boolean {
  return fingerprintSimilarity(a, b) >= atLeast;
}

/** Keys under which alike texts meet: two texts that share a key are worth comparing (locality-sensitive hashing). */
export function meetingKeys(print: readonly number[]): string[] {
  const keys: string[] = [];
  for (let at = 0; at < print.length; at += bandRows) {
    keys.push(`${at}:${print.slice(at, at + bandRows).join('.')}`);
  }
  return keys;
}
