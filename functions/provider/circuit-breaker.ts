import type { Instant } from '../../shared/sla/instant';
import type { MessageProvider } from './provider';
import { ProviderError } from './provider-error';

export interface BreakerSettings {
  /** Failures in a row that open the breaker. */
  threshold: number;
  /** How long it stays open the first time; doubles with each probe that fails. */
  openMs: number;
  longestOpenMs: number;
}

export type BreakerState =
  | { phase: 'closed'; failures: number }
  | { phase: 'open'; until: Instant; trips: number }
  | { phase: 'half-open'; probeUntil: Instant; trips: number };

export const defaultBreaker: BreakerSettings = { threshold: 5, openMs: 15_000, longestOpenMs: 10 * 60_000 };
export const closed: BreakerState = { phase: 'closed', failures: 0 };

/** May a call go out now? After the pause one probe may, and another only once that one is given up for lost. */
export function admit(
  state: BreakerState,
  now: Instant,
  settings: BreakerSettings,
): { admitted: boolean; state: BreakerState } {
  if (state.phase === 'closed') return { admitted: true, state };
  if (now < (state.phase === 'open' ? state.until : state.probeUntil)) return { admitted: false, state };
  return {
    admitted: true,
    state: { phase: 'half-open', probeUntil: now + settings.openMs, trips: state.trips },
  };
}

/** A success closes the breaker, except a late one from before it opened. */
export function afterSuccess(state: BreakerState): BreakerState {
  return state.phase === 'open' ? state : closed;
}

export function afterFailure(state: BreakerState, now: Instant, settings: BreakerSettings): BreakerState {
  if (state.phase === 'open') return state;
  if (state.phase === 'closed' && state.failures + 1 < settings.threshold)
    return { phase: 'closed', failures: state.failures + 1 };
  const trips = state.phase === 'closed' ? 1 : state.trips + 1;
  const pause = Math.min(settings.longestOpenMs, settings.openMs * 2 ** (trips - 1));
  return { phase: 'open', until: now + pause, trips };
}

/** Keeps a provider in trouble from being asked again and again (spec 5); one per provider and process. */
export class CircuitBreaker {
  private current: BreakerState = closed;

  constructor(
    private readonly now: () => Instant,
    private readonly settings: BreakerSettings = defaultBreaker,
  ) {}

  get state(): BreakerState {
    return this.current;
  }

  tryEnter(): boolean {
    const { admitted, state } = admit(this.current, this.now(), this.settings);
    this.current = state;
    return admitted;
  }

  succeeded(): void {
    this.current = afterSuccess(this.current);
  }

  failed(): void {
    this.current = afterFailure(this.current, this.now(), this.settings);
  }

  /** Milliseconds until a call may be tried; 0 when one may go now. */
  waitMs(): number {
    const { current } = this;
    if (current.phase === 'closed') return 0;
    return Math.max(0, (current.phase === 'open' ? current.until : current.probeUntil) - this.now());
  }
}

/** The same provider behind its breaker: while open, `send` fails at once as `unavailable` with the time to wait. */
export function withBreaker(provider: MessageProvider, breaker: CircuitBreaker): MessageProvider {
  return {
    id: provider.id,
    async send(message) {
      if (!breaker.tryEnter())
        throw new ProviderError('unavailable', {
          providerCode: 'circuit_open',
          retryAfterMs: breaker.waitMs(),
        });
      try {
        const sent = await provider.send(message);
        breaker.succeeded();
        return sent;
      } catch (problem) {
        if (problem instanceof ProviderError && !problem.concernsProvider) breaker.succeeded();
        else breaker.failed();
        throw problem;
      }
    },
  };
}
