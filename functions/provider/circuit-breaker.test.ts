import { CircuitBreaker, withBreaker } from './circuit-breaker';
import { ProviderError, type ProviderErrorKind } from './provider-error';
import { aMessage } from './testing/a-message';

const settings = { threshold: 3, openMs: 1000, longestOpenMs: 3000 };

function aBreaker() {
  const clock = { at: 0 };
  return { clock, breaker: new CircuitBreaker(() => clock.at, settings) };
}

function fail(breaker: CircuitBreaker, times: number) {
  for (let time = 0; time < times; time += 1) if (breaker.tryEnter()) breaker.failed();
}

it('opens after three failures in a row, and a success between them starts the count again', () => {
  const { breaker } = aBreaker();
  fail(breaker, 2);
  breaker.succeeded();
  fail(breaker, 2);
  expect(breaker.state.phase).toBe('closed');
  fail(breaker, 1);
  expect(breaker.state).toEqual({ phase: 'open', until: 1000, trips: 1 });
  expect(breaker.tryEnter()).toBe(false);
});

it('lets one probe through after the pause, and closes when it succeeds', () => {
  const { breaker, clock } = aBreaker();
  fail(breaker, 3);
  clock.at = 1000;
  expect([breaker.tryEnter(), breaker.tryEnter()]).toEqual([true, false]);
  breaker.succeeded();
  expect(breaker.state).toEqual({ phase: 'closed', failures: 0 });
});

it('doubles the pause with every probe that fails, up to its longest', () => {
  const { breaker, clock } = aBreaker();
  fail(breaker, 3);
  const pauses = [1, 2, 3].map(() => {
    clock.at += breaker.waitMs();
    fail(breaker, 1);
    return breaker.waitMs();
  });
  expect(pauses).toEqual([2000, 3000, 3000]);
});

it('sends another probe when the first is lost', () => {
  const { breaker, clock } = aBreaker();
  fail(breaker, 3);
  clock.at = 1000;
  breaker.tryEnter();
  clock.at = 2000;
  expect(breaker.tryEnter()).toBe(true);
});

it('is not closed by a late success from before it opened', () => {
  const { breaker } = aBreaker();
  fail(breaker, 3);
  breaker.succeeded();
  expect(breaker.state.phase).toBe('open');
});

const failing = (kind: ProviderErrorKind) => ({
  id: 'sms' as const,
  calls: 0,
  async send() {
    this.calls += 1;
    throw new ProviderError(kind);
  },
});

it.each<[ProviderErrorKind, number]>([
  ['timeout', 3],
  ['unavailable', 3],
  ['throttled', 6],
  ['bad-recipient', 6],
  ['misconfigured', 6],
])('of six messages that fail as %s, %i reach the provider', async (kind, reached) => {
  const { breaker } = aBreaker();
  const provider = failing(kind);
  const guarded = withBreaker({ id: 'sms', send: () => provider.send() }, breaker);
  for (let time = 0; time < 6; time += 1) await guarded.send(aMessage()).catch(() => undefined);
  expect(provider.calls).toBe(reached);
  if (reached === 3)
    await expect(guarded.send(aMessage())).rejects.toMatchObject({
      providerCode: 'circuit_open',
      retryAfterMs: 1000,
    });
});
