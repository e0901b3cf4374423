import { CircuitBreaker, withBreaker } from './circuit-breaker';
import type { MessageProvider } from './provider';

/** Speaks to one provider; throws when the message did not go out. */
export type Sender = (message: {
  idempotencyKey: string;
  to: string;
  topic: string;
  text: string;
}) => Promise<void>;
export type Senders = Record<string, Sender | undefined>;

/** The demonstration's provider: the message stays readable at the console's outbox page (spec 5, `local`). */
export const localSender: Sender = async () => undefined;

/** A provider behind its own circuit breaker, as the outbox speaks to it. */
export function senderOf(provider: MessageProvider, now: () => number): Sender {
  const guarded = withBreaker(provider, new CircuitBreaker(now));
  return async ({ idempotencyKey, to, topic, text }) => {
    await guarded.send({ idempotencyKey, recipient: to, template: topic, params: { text }, text });
  };
}
