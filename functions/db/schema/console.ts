import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
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
