import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../instant';

/** A view of the ledger that a member of staff keeps: its filters as they stand in the address. */
export const savedView = pgTable(
  'saved_view',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [unique('saved_view_name').on(table.staffId, table.name)],
);

/** A text to begin a reply with; `unitId` null is one's own, otherwise the whole unit's. */
export const replyTemplate = pgTable(
  'reply_template',
  {
    id: uuid('id').primaryKey(),
    unitId: uuid('unit_id'),
    staffId: uuid('staff_id').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('reply_template_unit').on(table.unitId), index('reply_template_staff').on(table.staffId)],
);

/** What a member of staff chose for himself, such as the columns of the list. */
export const staffChoice = pgTable(
  'staff_choice',
  {
    staffId: uuid('staff_id').notNull(),
    name: text('name').notNull(),
    value: jsonb('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.name] })],
);

/** Who has an order before him now; a line older than a moment says nothing and is swept. */
export const orderViewer = pgTable(
  'order_viewer',
  {
    orderId: uuid('order_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.staffId] }),
    index('order_viewer_seen').on(table.seenAt),
  ],
);
