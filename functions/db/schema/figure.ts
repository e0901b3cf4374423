import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../instant';

/** What the figures of spec 7 need of an order: folded from its events, nothing personal, kept after erasure. */
export const orderFigure = pgTable(
  'order_figure',
  {
    orderId: uuid('order_id').primaryKey(),
    channel: text('channel').notNull(),
    reporterKind: text('reporter_kind').notNull(),
    unitId: uuid('unit_id'),
    matterId: uuid('matter_id'),
    stage: text('stage').notNull(),
    town: text('town'),
    complexity: text('complexity'),
    cause: text('cause'),
    submittedAt: instant('submitted_at').notNull(),
    acceptedAt: instant('accepted_at'),
    firstResolvedAt: instant('first_resolved_at'),
    lastResolvedAt: instant('last_resolved_at'),
    closedAt: instant('closed_at'),
    declinedAt: instant('declined_at'),
    withdrawnAt: instant('withdrawn_at'),
    appealed: boolean('appealed').notNull(),
    returned: integer('returned').notNull(),
    reclassified: integer('reclassified').notNull(),
    extended: integer('extended').notNull(),
    urged: integer('urged').notNull(),
    supervised: integer('supervised').notNull(),
    reopened: integer('reopened').notNull(),
    /** Office minutes from acceptance to the last and to the first resolution. */
    workMinutes: integer('work_minutes'),
    firstWorkMinutes: integer('first_work_minutes'),
  },
  (table) => [
    index('order_figure_submitted').on(table.submittedAt),
    index('order_figure_unit').on(table.unitId, table.submittedAt),
    index('order_figure_cause').on(table.cause, table.matterId, table.submittedAt),
    index('order_figure_cause_at').on(table.cause, table.submittedAt),
    index('order_figure_resolved').on(table.lastResolvedAt).where(sql`${table.lastResolvedAt} is not null`),
    index('order_figure_closed').on(table.closedAt).where(sql`${table.closedAt} is not null`),
  ],
);

/** One round of an order: when it was resolved, and the one answer that counts. */
export const roundFigure = pgTable(
  'round_figure',
  {
    orderId: uuid('order_id').notNull(),
    round: integer('round').notNull(),
    resolvedAt: instant('resolved_at').notNull(),
    unitCallback: boolean('unit_callback').notNull(),
    districtCallback: boolean('district_callback').notNull(),
    solved: boolean('solved'),
    satisfaction: integer('satisfaction'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.round] }),
    index('round_figure_resolved').on(table.resolvedAt),
  ],
);
