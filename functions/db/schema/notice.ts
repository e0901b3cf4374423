import { sql } from 'drizzle-orm';
import {
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MessageContent, MessageTarget } from '../../../shared/notice/message-template';
import { instant } from '../instant';

/** Messages on their way (spec 5); written in the transaction that causes them. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    provider: text('provider').notNull(),
    /** Order is kept per recipient and provider. */
    recipientKey: text('recipient_key').notNull(),
    topic: text('topic').notNull(),
    orderId: uuid('order_id'),
    dedupeKey: text('dedupe_key').notNull(),
    /** Recipient and text, sealed by the master key. */
    sealed: text('sealed').notNull(),
    state: text('state').$type<'waiting' | 'sent' | 'dead' | 'held'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    leaseUntil: instant('lease_until'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [
    uniqueIndex('outbox_dedupe').on(table.dedupeKey),
    index('outbox_due').on(table.provider, table.nextAt).where(sql`${table.state} = 'waiting'`),
    index('outbox_recipient')
      .on(table.provider, table.recipientKey, table.id)
      .where(sql`${table.state} = 'waiting'`),
    index('outbox_order').on(table.orderId),
    index('outbox_state').on(table.provider, table.state, table.id).where(sql`${table.state} <> 'sent'`),
    index('outbox_sent').on(table.provider, table.sentAt).where(sql`${table.state} = 'sent'`),
  ],
);

/** The in-app inbox of a reporter or a staff member. */
export const inbox = pgTable(
  'inbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    recipient: text('recipient').notNull(),
    at: instant('at').notNull(),
    topic: text('topic').notNull(),
    orderId: uuid('order_id'),
    number: text('number'),
    sealed: text('sealed').notNull(),
    readAt: instant('read_at'),
  },
  (table) => [index('inbox_recipient').on(table.recipient, table.id), index('inbox_order').on(table.orderId)],
);

/** What the district wrote over a built-in text or a provider's template; the newest version holds, null is built in. */
export const messageTemplate = pgTable(
  'message_template',
  {
    target: text('target').$type<MessageTarget>().notNull(),
    topic: text('topic').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<MessageContent | null>(),
    byStaffId: uuid('by_staff_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.target, table.topic, table.version] })],
);

export const bulletin = pgTable('bulletin', {
  id: uuid('id').primaryKey(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  unitIds: uuid('unit_ids').array().notNull(),
  orderIds: uuid('order_ids').array().notNull(),
  byStaffId: uuid('by_staff_id').notNull(),
  at: instant('at').notNull(),
});
