import { algorithmOf, digest, type HashAlgorithm } from './hash-digest';

/** The largest power of two below `size`: where RFC 6962 splits a list. */
function splitAt(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

const leaf = (algorithm: HashAlgorithm, hash: string) => digest(algorithm, Buffer.from([0]), hash);
const node = (algorithm: HashAlgorithm, left: string, right: string) =>
  digest(algorithm, Buffer.from([1]), `${left}|${right}`);

/** One hash over a day's event hashes, in order: a Merkle tree split as in RFC 6962, leaves and nodes kept apart. */
export function dailyRoot(hashes: string[], algorithm: HashAlgorithm = 'sha256'): string {
  const [first] = hashes;
  if (first === undefined) return digest(algorithm, '');
  if (hashes.length === 1) return leaf(algorithm, first);
  const at = splitAt(hashes.length);
  return node(algorithm, dailyRoot(hashes.slice(0, at), algorithm), dailyRoot(hashes.slice(at), algorithm));
}

/** What must be shown, from the leaf up, to prove that the hash at `index` is under the root; throws RangeError. */
export function inclusionProof(
  hashes: string[],
  index: number,
  algorithm: HashAlgorithm = 'sha256',
): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= hashes.length)
    throw new RangeError('No hash at this index.');
  if (hashes.length === 1) return [];
  const at = splitAt(hashes.length);
  const [left, right] = [hashes.slice(0, at), hashes.slice(at)];
  return index < at
    ? [...inclusionProof(left, index, algorithm), dailyRoot(right, algorithm)]
    : [...inclusionProof(right, index - at, algorithm), dailyRoot(left, algorithm)];
}

/** Whether `hash` stood at `index` among the `size` hashes that `root` was computed over. Never throws. */
export function checkInclusion(shown: {
  hash: string;
  index: number;
  size: number;
  proof: string[];
  root: string;
}): boolean {
  const { hash, index, size, proof, root } = shown;
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  return climb(algorithmOf(root), hash, index, size, proof) === root;
}

/** The root that a proof leads to; `null` when it is too short or too long. */
function climb(
  algorithm: HashAlgorithm,
  hash: string,
  index: number,
  size: number,
  proof: string[],
): string | null {
  if (size === 1) return proof.length === 0 ? leaf(algorithm, hash) : null;
  const sibling = proof.at(-1);
  if (sibling === undefined) return null;
  const at = splitAt(size);
  const below = proof.slice(0, -1);
  if (index < at) {
    const left = climb(algorithm, hash, index, at, below);
    return left && node(algorithm, left, sibling);
  }
  const right = climb(algorithm, hash, index - at, size - at, below);
  return right && node(algorithm, sibling, right);
}
