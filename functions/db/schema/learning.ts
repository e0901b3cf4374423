import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { PracticeState } from '../../../shared/learning/practice';
import type { ProblemSource, ProblemState } from '../../../shared/learning/problem-list';
import type { Cause } from '../../../shared/order/vocabulary';
import { instant } from '../instant';

/** One line of a unit's problem list (spec 7): a cause found, whose it is, and how far its improvement is. */
export const problemItem = pgTable(
  'problem_item',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    cause: text('cause').$type<Cause>().notNull(),
    detail: text('detail').notNull(),
    source: text('source').$type<ProblemSource>().notNull(),
    matterIds: uuid('matter_ids').array().notNull(),
    ownerUnitId: uuid('owner_unit_id').notNull(),
    /** Opened by the district: its effect is measured over the whole district, otherwise over the unit and below. */
    openedByDistrict: boolean('opened_by_district').notNull(),
    openedBy: uuid('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    responsibleId: uuid('responsible_id'),
    state: text('state').$type<ProblemState>().notNull(),
    dropReason: text('drop_reason'),
    version: integer('version').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    index('problem_item_opened').on(table.openedAt, table.id),
    index('problem_item_owner').on(table.ownerUnitId, table.openedAt, table.id),
    index('problem_item_state').on(table.state, table.openedAt, table.id),
    index('problem_item_matter').using('gin', table.matterIds),
  ],
);

/** What is done about an item; one more each time the problem comes back. */
export const problemMeasure = pgTable(
  'problem_measure',
  {
    id: uuid('id').primaryKey(),
    itemId: uuid('item_id').notNull(),
    round: integer('round').notNull(),
    text: text('text').notNull(),
    due: date('due').notNull(),
    firstDue: date('first_due').notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: instant('set_at').notNull(),
    doneBy: uuid('done_by'),
    doneAt: instant('done_at'),
    doneNote: text('done_note'),
    judgedBy: uuid('judged_by'),
    judgedAt: instant('judged_at'),
    judgement: text('judgement'),
    /** Its item was dropped: it counts in no figure. */
    void: boolean('void').notNull(),
  },
  (table) => [
    unique('problem_measure_round').on(table.itemId, table.round),
    index('problem_measure_due').on(table.due),
  ],
);

/** The orders that show an item's problem. */
export const problemEvidence = pgTable(
  'problem_evidence',
  {
    itemId: uuid('item_id').notNull(),
    orderId: uuid('order_id').notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.orderId] }),
    index('problem_evidence_order').on(table.orderId),
  ],
);

/** A unit's word for a month that its list is complete (spec 7). */
export const problemConfirmation = pgTable(
  'problem_confirmation',
  {
    unitId: uuid('unit_id').notNull(),
    /** 'YYYY-MM' */
    month: text('month').notNull(),
    openItems: integer('open_items').notNull(),
    note: text('note').notNull(),
    confirmedBy: uuid('confirmed_by').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.unitId] })],
);

/** A good practice: written without names by who proposes it, shown once the supervisor approves (spec 7). */
export const practice = pgTable(
  'practice',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id'),
    itemId: uuid('item_id'),
    unitId: uuid('unit_id').notNull(),
    title: text('title').notNull(),
    problem: text('problem').notNull(),
    approach: text('approach').notNull(),
    effect: text('effect').notNull(),
    state: text('state').$type<PracticeState>().notNull(),
    onHome: boolean('on_home').notNull(),
    version: integer('version').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
  },
  (table) => [
    index('practice_state').on(table.state, table.proposedAt, table.id),
    index('practice_unit').on(table.unitId, table.proposedAt, table.id),
    index('practice_home').on(table.decidedAt, table.id).where(sql`${table.onHome}`),
  ],
);
