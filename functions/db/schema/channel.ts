import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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
