import { sql } from 'drizzle-orm';
import { date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ReportKind } from '../../../shared/report/period';
import { instant } from '../instant';

/** Figures as they stood at one moment, never changed: what reports and open data are drafted from (spec 7). */
export const reportSnapshot = pgTable(
  'report_snapshot',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<ReportKind | 'open-data'>().notNull(),
    fromDay: date('from_day').notNull(),
    toDay: date('to_day').notNull(),
    /** Issuer and recipients, as they were given. */
    head: jsonb('head').$type<{ issuer: string; recipients: string }>().notNull(),
    figures: jsonb('figures').notNull(),
    /** SHA-256 of the figures' one spelling (RFC 8785). */
    hash: text('hash').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    index('report_snapshot_made').on(table.madeAt, table.id),
    uniqueIndex('report_snapshot_open_data').on(table.fromDay).where(sql`${table.kind} = 'open-data'`),
  ],
);
