import type { Secret } from './secret';

/** The key of one order, itself stored wrapped by a master key. Forgetting the wrapped text erases the order. */
export type OrderKey = Secret;

/**
 * Seals and opens personal data and free text (spec 8). Sealed texts are `v1.<algorithm>.<key id>.<base64url>`; `aad`
 * binds a text to its place (`order:1:description`), so that it cannot be moved. Opening what was altered, moved or
 * sealed under another key throws one error, `vault.sealed_data_damaged`.
 */
export interface Vault {
  /** A fresh key for an order, and the text to store it by. */
  newOrderKey(): { wrapped: string; key: OrderKey };
  openOrderKey(wrapped: string): OrderKey;
  /** The same order key under the current master key and algorithm; unchanged when it already is. */
  rewrap(wrapped: string): string;
  /** Whether a wrapped key or a text of `sealMaster` stands under the current master key and algorithm. */
  isCurrent(stored: string): boolean;

  seal(key: OrderKey, plaintext: string, aad: string): string;
  unseal(key: OrderKey, sealed: string, aad: string): string;
  sealJson(key: OrderKey, value: unknown, aad: string): string;
  unsealJson(key: OrderKey, sealed: string, aad: string): unknown;

  /** For what is not of one order: a reporter's account, a staff member's phone. */
  sealMaster(plaintext: string, aad: string): string;
  unsealMaster(sealed: string, aad: string): string;
  /** The same text under the current master key and algorithm; unchanged when it already is. */
  resealMaster(sealed: string, aad: string): string;

  /** Exact look-up of `phone`, `credit-code`, `id-number` or another kind: 43 characters, same value, same text. */
  blindIndex(kind: string, value: string): string;
  /** All tokens of a text (int32, sorted, each once), to be stored for search. */
  searchTokens(text: string): number[];
  /** The tokens a stored text must all hold; candidates are then compared in clear, for tokens may collide. */
  queryTokens(query: string): number[];
}
