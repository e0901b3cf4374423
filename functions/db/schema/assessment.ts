import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Indicator } from '../../../shared/learning/assessment/indicator';
import type { AssessmentResult } from '../../../shared/learning/assessment/result';
import type { ReportFigures, ReportSections } from '../../../shared/learning/unit-report';
import { instant } from '../instant';

/** Every version of the indicators, weights and formulas (spec 7). Never updated. */
export const assessmentRule = pgTable(
  'assessment_rule',
  {
    version: integer('version').primaryKey(),
    fromYear: integer('from_year').notNull(),
    indicators: jsonb('indicators').$type<Indicator[]>().notNull(),
    note: text('note').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('assessment_rule_year').on(table.fromYear, table.version)],
);

/** An order that does not count for a unit: proposed by one person, decided by another. */
export const assessmentExclusion = pgTable(
  'assessment_exclusion',
  {
    id: uuid('id').primaryKey(),
    year: integer('year').notNull(),
    unitId: uuid('unit_id').notNull(),
    orderId: uuid('order_id').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<'proposed' | 'agreed' | 'refused'>().notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    decision: text('decision'),
  },
  (table) => [
    index('assessment_exclusion_year').on(table.year, table.proposedAt, table.id),
    uniqueIndex('assessment_exclusion_order')
      .on(table.orderId, table.year, table.unitId)
      .where(sql`${table.state} <> 'refused'`),
  ],
);

/** A year's result as it was found, with the hash over it. Never updated. */
export const assessmentSnapshot = pgTable('assessment_snapshot', {
  year: integer('year').primaryKey(),
  ruleVersion: integer('rule_version').notNull(),
  data: jsonb('data').$type<AssessmentResult>().notNull(),
  hash: text('hash').notNull(),
  takenBy: uuid('taken_by').notNull(),
  takenAt: instant('taken_at').notNull(),
});

/** A unit's monthly summary; the figures stand in it from its submission on. */
export const unitReport = pgTable(
  'unit_report',
  {
    month: text('month').notNull(),
    unitId: uuid('unit_id').notNull(),
    state: text('state').$type<'draft' | 'submitted'>().notNull(),
    sections: jsonb('sections').$type<ReportSections>().notNull(),
    figures: jsonb('figures').$type<ReportFigures>(),
    version: integer('version').notNull(),
    savedBy: uuid('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
    submittedBy: uuid('submitted_by'),
    submittedAt: instant('submitted_at'),
  },
  (table) => [primaryKey({ columns: [table.month, table.unitId] })],
);
