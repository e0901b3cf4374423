import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../instant';

/** A reporter's account; name and phone are sealed, the phone is found by its blind index (spec 8). */
export const reporter = pgTable('reporter', {
  id: uuid('id').primaryKey(),
  phoneIndex: text('phone_index').unique(),
  phone: text('phone'),
  name: text('name'),
  kind: text('kind').$type<'person' | 'enterprise'>().notNull().default('person'),
  /** Sealed JSON {name, creditCode} of the enterprise a host app vouches for. */
  enterprise: text('enterprise'),
  createdAt: instant('created_at').notNull(),
});

/** The same person on a platform: openid, user id, host ticket subject. */
export const reporterIdentity = pgTable(
  'reporter_identity',
  {
    channel: text('channel').notNull(),
    subject: text('subject').notNull(),
    reporterId: uuid('reporter_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.subject] }),
    index('reporter_identity_reporter').on(table.reporterId),
  ],
);

/** A bearer token: of an account, or of one order alone (number and code, or a message's link). */
export const reporterToken = pgTable(
  'reporter_token',
  {
    tokenHash: text('token_hash').primaryKey(),
    reporterId: uuid('reporter_id'),
    orderId: uuid('order_id'),
    phoneIndex: text('phone_index'),
    /** A one-time link: used up by `evaluate`. */
    link: boolean('link').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('reporter_token_reporter').on(table.reporterId),
    index('reporter_token_expiry').on(table.expiresAt),
  ],
);

export const smsCode = pgTable('sms_code', {
  phoneIndex: text('phone_index').primaryKey(),
  codeHash: text('code_hash').notNull(),
  sentAt: instant('sent_at').notNull(),
  tries: integer('tries').notNull().default(0),
});

/** Counted attempts: wrong query codes, sent codes. Old rows are swept. */
export const attempt = pgTable(
  'attempt',
  { key: text('key').notNull(), at: instant('at').notNull() },
  (table) => [index('attempt_key_at').on(table.key, table.at)],
);
