import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { State } from '../../../shared/order/state';
import { instant } from '../instant';

/** One file or paste of the city portal's rows, taken in row by row (spec 4). */
export const cityImport = pgTable(
  'city_import',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    format: text('format').$type<'xlsx' | 'csv' | 'json' | 'paste'>().notNull(),
    contentHash: text('content_hash').notNull(),
    unusedColumns: text('unused_columns').array().notNull(),
    total: integer('total').notNull(),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [index('city_import_created').on(table.createdAt, table.id)],
);

/** A row's words stay sealed until it is dealt with, and are forgotten then; what came of it stays. */
export const cityImportRow = pgTable(
  'city_import_row',
  {
    importId: uuid('import_id').notNull(),
    /** As the spreadsheet counts its lines. */
    line: integer('line').notNull(),
    cityNumber: text('city_number'),
    sealed: text('sealed'),
    outcome: text('outcome').$type<'accepted' | 'duplicate' | 'refused'>(),
    orderNumber: text('order_number'),
    problems: jsonb('problems').$type<{ column: string; message: string }[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    index('city_import_row_outcome').on(table.importId, table.outcome, table.line),
  ],
);

/** What of an order the city portal should know, and what of it somebody has entered there. */
export const cityOrder = pgTable(
  'city_order',
  {
    orderId: uuid('order_id').primaryKey(),
    receivedAt: instant('received_at'),
    state: text('state').$type<State>().notNull(),
    round: integer('round').notNull(),
    movedAt: instant('moved_at').notNull(),
    enteredState: text('entered_state').$type<State>(),
    enteredRound: integer('entered_round'),
    enteredAt: instant('entered_at'),
    enteredBy: uuid('entered_by'),
  },
  (table) => [
    index('city_order_to_enter')
      .on(table.movedAt, table.orderId)
      .where(
        sql`${table.enteredState} is distinct from ${table.state} or ${table.enteredRound} is distinct from ${table.round}`,
      ),
  ],
);
