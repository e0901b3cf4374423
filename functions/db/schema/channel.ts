import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../instant';

/** What the daily self-check found missing on open orders; a problem that is gone is taken out at the next check. */
export const openOrderProblem = pgTable(
  'open_order_problem',
  {
    orderId: uuid('order_id').notNull(),
    number: text('number').notNull(),
    /** `holder`, `clock:<kind>` or `alarm:<kind>`. */
    problem: text('problem').notNull(),
    foundAt: instant('found_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.problem] }),
    index('open_order_problem_found').on(table.foundAt, table.orderId),
  ],
);

/** Access tokens of platforms, sealed, kept once for all instances. */
export const providerToken = pgTable('provider_token', {
  key: text('key').primaryKey(),
  sealed: text('sealed').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** What may be used once only: tickets of host apps, nonces of partners. Swept when no longer needed. */
export const usedKey = pgTable(
  'used_key',
  { key: text('key').primaryKey(), until: instant('until').notNull() },
  (table) => [index('used_key_until').on(table.until)],
);

/** A reporter's consent to a platform's message template; `left` null is a long-term one. */
export const messageGrant = pgTable(
  'message_grant',
  {
    channel: text('channel').notNull(),
    subject: text('subject').notNull(),
    template: text('template').notNull(),
    left: integer('left'),
    grantedAt: instant('granted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.subject, table.template] })],
);

/** Where a unit's staff are reached beside the inbox: group robot, mail address, duty phone; sealed. */
export const unitContact = pgTable(
  'unit_contact',
  {
    id: uuid('id').primaryKey(),
    unitId: uuid('unit_id').notNull(),
    provider: text('provider').$type<'wecom' | 'email' | 'sms'>().notNull(),
    sealed: text('sealed').notNull(),
    active: boolean('active').notNull().default(true),
  },
  (table) => [index('unit_contact_unit').on(table.unitId)],
);

/** What a platform is asked to check (spec 5): a reporter's words or a picture. Nothing waits for it, nothing is dropped. */
export const contentCheck = pgTable(
  'content_check',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    orderId: uuid('order_id').notNull(),
    channel: text('channel').$type<'wechat' | 'alipay'>().notNull(),
    /** openid or user id on that platform. */
    subject: text('subject').notNull(),
    eventSeq: integer('event_seq').notNull(),
    fileId: uuid('file_id'),
    /** `asked`: the platform answers later; `unchecked`: it could not be asked. */
    state: text('state').$type<'waiting' | 'asked' | 'passed' | 'flagged' | 'unchecked'>().notNull(),
    traceId: text('trace_id'),
    label: text('label'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('content_check_due').on(table.nextAt).where(sql`${table.state} in ('waiting', 'asked')`),
    index('content_check_order').on(table.orderId),
    index('content_check_trace').on(table.traceId),
  ],
);

/** A terminal in a hall; its key is shown once and only its hash is kept (spec 4, `kiosk`). */
export const kioskDevice = pgTable(
  'kiosk_device',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    hallUnitId: uuid('hall_unit_id').notNull(),
    keyHash: text('key_hash').notNull().unique('kiosk_device_key'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('kiosk_device_hall').on(table.hallUnitId)],
);

/** What a partner signs with: the secret is shown once and kept sealed, for it must be known to check a signature. */
export const partnerKey = pgTable(
  'partner_key',
  {
    id: text('id').primaryKey(),
    partner: text('partner').notNull(),
    channel: text('channel').$type<'city-portal' | 'ywtb'>().notNull(),
    sealed: text('sealed').notNull(),
    /** Where the partner wants to be told of changes. */
    webhookUrl: text('webhook_url'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('partner_key_created').on(table.createdAt, table.id)],
);
