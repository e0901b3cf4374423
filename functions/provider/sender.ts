import { CircuitBreaker, withBreaker } from './circuit-breaker';
import type { MessageProvider } from './provider';

/** One message as the outbox holds it; `params`, `link` and `subject` for providers that have a place for them. */
export interface Outgoing {
  idempotencyKey: string;
  to: string;
  topic: string;
  text: string;
  params?: Record<string, string>;
  link?: string;
  subject?: string;
}

/** Speaks to one provider; throws when the message did not go out. */
export interface Sender {
  (message: Outgoing): Promise<void>;
  /** The receiver drops a second copy by the idempotency key, so that several may be on their way at once. */
  dropsRepeats?: boolean;
}
export type Senders = Record<string, Sender | undefined>;

/** The demonstration's provider: the message stays readable at the console's outbox page (spec 5, `local`). */
export const localSender: Sender = async () => undefined;

/** A provider behind its own circuit breaker, as the outbox speaks to it. */
export function senderOf(provider: MessageProvider, now: () => number): Sender {
  const guarded = withBreaker(provider, new CircuitBreaker(now));
  const send = async ({ to, topic, params, ...rest }: Outgoing) => {
    await guarded.send({ ...rest, recipient: to, template: topic, params: { text: rest.text, ...params } });
  };
  return Object.assign(send, { dropsRepeats: provider.dropsRepeats ?? false });
}
