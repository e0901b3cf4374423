import { forget, keep, readKept } from '../platform/storage';
import { createStore } from './store';

export interface Reporter {
  id: string;
  kind: 'person' | 'enterprise';
  name: string | null;
  /** Masked: 138****1234. */
  phone: string | null;
  /** The company that a host app vouches for. */
  enterprise?: { name: string; creditCode: string } | null;
}
export interface Session {
  token: string;
  expiresAt: string;
  reporter: Reporter;
}

const store = createStore<Session | null>(readKept<Session>('session'));

export const useSession = store.use;
export const readSession = store.get;

export function startSession(session: Session): void {
  store.set(session);
  keep('session', session);
}

export function endSession(): void {
  store.set(null);
  forget('session');
}

/** Tokens of single orders, got by number and code, by a link or with the receipt. */
const orderTokens = new Map(Object.entries(readKept<Record<string, string>>('order-tokens') ?? {}));

export function keepOrderToken(number: string, token: string): void {
  orderTokens.set(number, token);
  keep('order-tokens', Object.fromEntries([...orderTokens].slice(-20)));
}

export function forgetOrderToken(number: string): void {
  orderTokens.delete(number);
  keep('order-tokens', Object.fromEntries(orderTokens));
}

export function forgetOrderTokens(): void {
  orderTokens.clear();
  forget('order-tokens');
}

/** What opens this order: its own token first, then the account's. */
export const tokenFor = (number: string): string | null =>
  orderTokens.get(number) ?? store.get()?.token ?? null;
