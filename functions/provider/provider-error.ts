export type ProviderErrorKind =
  | 'rejected'
  | 'throttled'
  | 'unavailable'
  | 'timeout'
  | 'refused-by-user'
  | 'bad-recipient'
  | 'misconfigured';

/** A mistake of ours in the settings can be repaired while the outbox still tries. */
const worthAnotherTry: Record<ProviderErrorKind, boolean> = {
  rejected: false,
  throttled: true,
  unavailable: true,
  timeout: true,
  'refused-by-user': false,
  'bad-recipient': false,
  misconfigured: true,
};

export interface ProviderErrorDetail {
  providerCode?: string | number;
  retryAfterMs?: number;
  retryable?: boolean;
}

/** What another server answered, in our words; never carries addresses, phones, texts or keys. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly retryable: boolean;
  readonly providerCode?: string;
  readonly retryAfterMs?: number;

  constructor(
    readonly kind: ProviderErrorKind,
    detail: ProviderErrorDetail = {},
  ) {
    const code = detail.providerCode === undefined ? undefined : plainCode(detail.providerCode);
    super(code ? `provider.${kind} ${code}` : `provider.${kind}`);
    this.retryable = detail.retryable ?? worthAnotherTry[kind];
    this.providerCode = code;
    this.retryAfterMs = detail.retryAfterMs;
  }

  /** True when the provider as a whole is in trouble, not this one message (feeds the circuit breaker). */
  get concernsProvider(): boolean {
    return this.kind === 'unavailable' || this.kind === 'timeout';
  }
}

/** A code comes from outside: only what looks like one is kept, and a run of digits that could be a phone is not. */
function plainCode(code: string | number): string {
  const text = String(code);
  return /^[\w.:-]{1,64}$/.test(text) && !/\d{11}/.test(text) ? text : 'unreadable';
}
