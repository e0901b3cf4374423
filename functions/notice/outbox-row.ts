import type { outbox } from '../db/schema';
import type { Deps } from '../order/context';
import type { Outgoing } from '../provider/sender';

export interface Message extends Omit<Outgoing, 'idempotencyKey'> {
  provider: string;
  /** Order is kept per provider and this key: a blind index, never the address itself. */
  recipientKey: string;
  orderId: string | null;
  /** One message of one cause to one recipient. */
  dedupe: string;
}

/** A message on its way, sealed until it is handed over (spec 5). */
export function outboxRow(deps: Deps, message: Message): typeof outbox.$inferInsert {
  const { provider, recipientKey, orderId, dedupe, topic, ...sealed } = message;
  return {
    provider,
    recipientKey,
    topic,
    orderId,
    dedupeKey: `${dedupe}:${provider}:${recipientKey.slice(0, 12)}`,
    sealed: deps.vault.sealMaster(JSON.stringify(sealed), 'outbox'),
    state: 'waiting',
    nextAt: deps.now(),
    createdAt: deps.now(),
  };
}
