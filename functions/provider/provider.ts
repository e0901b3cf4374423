import type { Instant } from '../../shared/sla/instant';

export type ProviderId = 'inbox' | 'wechat' | 'alipay' | 'sms' | 'wecom' | 'email' | 'webhook' | 'local';

/** One message as the outbox keeps it (spec 5). */
export interface ProviderMessage {
  /** The same for every try of one message; passed on where the receiver can drop a second copy. */
  idempotencyKey: string;
  /** openid, Alipay user id, phone, robot key, mail address or partner id. */
  recipient: string;
  /** Our name of the template, e.g. `order.accepted`. */
  template: string;
  params: Record<string, string>;
  text: string;
  /** A page of the mini-program or an https address. */
  link?: string;
  subject?: string;
  occurredAt?: Instant;
}

export interface MessageProvider {
  id: ProviderId;
  /** True where the receiver is known to drop a second copy of the same idempotency key. */
  dropsRepeats?: boolean;
  /** Hands one message over; throws ProviderError, which says whether another try makes sense. */
  send(message: ProviderMessage): Promise<{ providerMessageId?: string }>;
}

/** How a provider knows one of our templates: its id there, and which of our params fills each of its fields. */
export interface ProviderTemplate {
  id: string;
  /** Provider's field → our param. */
  fields: Record<string, string>;
  /** Opened when the message brings no page of its own. */
  page?: string;
}

/** Templates by our topic, or where they are to be asked for at each message. */
export type TemplateSource =
  | Record<string, ProviderTemplate>
  | (() => Promise<Record<string, ProviderTemplate>>);

/** Tokens that all instances share. */
export interface TokenStore {
  get(key: string): Promise<{ value: string; expiresAt: Instant } | null>;
  put(key: string, value: string, expiresAt: Instant): Promise<void>;
  /** Runs the work while no other instance holds the same key. */
  lock?<T>(key: string, work: () => Promise<T>): Promise<T>;
}
