import { canonicalJson } from './hash-canonical-json';
import { digest, type HashAlgorithm } from './hash-digest';

export { canonicalJson } from './hash-canonical-json';
export type { HashAlgorithm } from './hash-digest';
export { checkInclusion, dailyRoot, inclusionProof } from './hash-tree';

/** What of an event is under its hash. `sealed` is ciphertext, so a destroyed order key leaves the chain whole. */
export interface HashedEvent {
  chain: string;
  seq: number;
  /** ISO 8601; the same instant in any zone gives the same hash. */
  at: string;
  kind: string;
  actor: string;
  actorUnitId: string | null;
  orderId: string | null;
  internal: boolean;
  data: unknown;
  sealed: string | null;
}

/** What the first event of a chain names as the one before it. */
export const noEventBefore = '0'.repeat(64);

/** The hash of an event, carrying the hash of the one before it in its chain (spec 8); throws on an impossible `at`. */
export function eventHash(prev: string, event: HashedEvent, algorithm: HashAlgorithm = 'sha256'): string {
  const { chain, seq, at, kind, actor, actorUnitId, orderId, internal, data, sealed } = event;
  const instant = new Date(at).toISOString();
  return digest(
    algorithm,
    canonicalJson([
      'event/v2',
      prev,
      chain,
      seq,
      instant,
      kind,
      actor,
      actorUnitId,
      orderId,
      internal,
      data ?? null,
      sealed,
    ]),
  );
}
