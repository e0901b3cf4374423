import { hashSecret } from '../../../order/query-code';
import type { TestWorld } from '../../../testing/database';
import type { Said } from './said';
import { phoneSpellings, spellings } from './spellings';
import { type Places, rowsWithTokens } from './stored-places';

/**
 * Hashes that somebody with the keys could compute again to see whether it was this person: the blind index of the
 * telephone, the hash of the body that was sent, that of the query code.
 */
const hashesOf = (world: TestWorld, { phone, sent, number, queryCode }: Said): [string, string][] => [
  ['hash of the telephone', world.deps.vault.blindIndex('phone', phone)],
  ['hash of the body', hashSecret(sent)],
  ['hash of the query code', hashSecret(`${number}:${queryCode}`)],
];

/** Where anything of what a reporter said stands, as `place: what`. */
export function findSaid(world: TestWorld, places: Places, said: Said): string[] {
  const texts = [
    ...[said.name, ...said.words].map((word) => [word, word]),
    ...phoneSpellings(said.phone).map((phone) => [phone, phone]),
    ...hashesOf(world, said),
  ].flatMap(([what = '', text = '']) => spellings(text).map((each) => [what, Buffer.from(each)] as const));
  const needles = [...texts, ['photo', said.photo] as const];
  const found = [...places].flatMap(([place, bytes]) =>
    needles.filter(([, needle]) => bytes.includes(needle)).map(([what]) => `${place}: ${what}`),
  );
  return [...new Set(found)].sort();
}

/** How many rows hold the keyed hashes of the matter's and the story's words. */
export const tokensLeft = async (world: TestWorld, said: Said): Promise<number> => {
  const tokens = world.deps.vault.queryTokens(said.words[0] ?? '');
  return rowsWithTokens(world, tokens);
};
