import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { counters } from '../../../shared/figure/counter';
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
    /** Whole minutes from acceptance to the last and to the first resolution: of office hours, and of all hours. */
    workMinutes: integer('work_minutes'),
    firstWorkMinutes: integer('first_work_minutes'),
    naturalMinutes: integer('natural_minutes'),
    firstNaturalMinutes: integer('first_natural_minutes'),
    /** Called back after any of its rounds. */
    unitCalled: boolean('unit_called').notNull().default(false),
    districtCalled: boolean('district_called').notNull().default(false),
    /** The newest dispatch to a unit that the order had been dispatched to before. */
    circledAt: instant('circled_at'),
  },
  (table) => [
    index('order_figure_submitted').on(table.submittedAt),
    index('order_figure_unit').on(table.unitId, table.submittedAt),
    index('order_figure_cause').on(table.cause, table.matterId, table.submittedAt),
    index('order_figure_cause_at').on(table.cause, table.submittedAt),
    index('order_figure_matter').on(table.matterId, table.submittedAt, table.stage),
    index('order_figure_resolved').on(table.lastResolvedAt).where(sql`${table.lastResolvedAt} is not null`),
    // It carries the other dimensions and the minutes (its migration includes them): handling times of a matter.
    index('order_figure_matter_handled')
      .on(table.matterId, table.lastResolvedAt)
      .where(sql`${table.workMinutes} is not null and ${table.acceptedAt} is not null`),
    index('order_figure_quick')
      .on(table.firstResolvedAt, table.orderId)
      .where(
        sql`${table.acceptedAt} < ${table.firstResolvedAt} and ${table.firstResolvedAt} - ${table.acceptedAt} < interval '10 minutes'`,
      ),
    index('order_figure_circled')
      .on(table.circledAt, table.orderId)
      .where(sql`${table.circledAt} is not null`),
    index('order_figure_returned').on(table.matterId, table.orderId).where(sql`${table.returned} > 0`),
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

/** One time an order was given back: by whom, and where it was sent next. */
export const returnFigure = pgTable(
  'return_figure',
  {
    orderId: uuid('order_id').notNull(),
    nth: integer('nth').notNull(),
    at: instant('at').notNull(),
    fromUnitId: uuid('from_unit_id'),
    toUnitId: uuid('to_unit_id'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.nth] }),
    index('return_figure_at').on(table.at, table.fromUnitId, table.toUnitId),
  ],
);

/** What figures are counted and filtered by; codes of the closed lists stand as they are. */
const dimensions = {
  unitId: uuid('unit_id'),
  matterId: uuid('matter_id'),
  channel: text('channel').notNull(),
  town: text('town'),
  stage: text('stage').notNull(),
  reporterKind: text('reporter_kind').notNull(),
  complexity: text('complexity'),
  cause: text('cause'),
};

/** What one order has added to the roll-ups, month by month and by the unit it counts for (shared/figure/share.ts). */
export const figureShare = pgTable(
  'figure_share',
  {
    orderId: uuid('order_id').notNull(),
    /** Year × 12 + month, from 0 for January. */
    month: integer('month').notNull(),
    ...dimensions,
    shares: integer('shares').array().notNull(),
  },
  (table) => [
    uniqueIndex('figure_share_order').on(table.orderId, table.unitId, table.month),
    index('figure_share_month').on(table.month),
    index('figure_share_unit').on(table.unitId, table.month),
    index('figure_share_matter').on(table.matterId, table.month),
    // For questions that no cell answers: PostgreSQL 18 skips over those of the columns that are not asked for.
    index('figure_share_dimensions').on(
      table.reporterKind,
      table.stage,
      table.complexity,
      table.cause,
      table.channel,
      table.town,
    ),
  ],
);

/** What writers added to (sign 1) or took from (-1) the shares since the roll-ups were last brought up to date. */
export const figureDelta = pgTable('figure_delta', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  sign: smallint('sign').notNull(),
  ...dimensions,
  shares: integer('shares').array().notNull(),
});

/** Counts per day and per month for each set of dimensions that is kept (functions/figure/grain.ts); the rest is null. */
export const figureCell = pgTable(
  'figure_cell',
  {
    grain: smallint('grain').notNull(),
    /** 1 a day, 2 a month. */
    level: smallint('level').notNull(),
    /** Its first day, in days since 1970-01-01. */
    start: integer('start').notNull(),
    ...dimensions,
    channel: text('channel'),
    stage: text('stage'),
    reporterKind: text('reporter_kind'),
    ...Object.fromEntries(counters.map((name) => [name, integer(name)])),
  },
  (table) => [
    uniqueIndex('figure_cell_key').on(
      table.grain,
      table.level,
      table.start,
      table.unitId,
      table.matterId,
      table.channel,
      table.town,
      table.stage,
      table.reporterKind,
      table.complexity,
      table.cause,
    ),
  ],
);

/** How many times an order lay with a holder fell into each class of minutes per month, for each unit. */
export const figureSpread = pgTable(
  'figure_spread',
  {
    /** The dimension: the unit that held. */
    by: text('by').notNull(),
    /** The month's first day, in days since 1970-01-01. */
    start: integer('start').notNull(),
    value: text('value'),
    /** Position in `spreads`, and class in `bucketStarts` (shared/figure). */
    measure: smallint('measure').notNull(),
    bucket: smallint('bucket').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [
    uniqueIndex('figure_spread_key').on(table.by, table.start, table.value, table.measure, table.bucket),
    index('figure_spread_held')
      .on(table.value, table.measure, table.bucket, table.start)
      .where(sql`${table.by} = 'unit_id' and ${table.measure} >= 4`),
  ],
);

/** How many orders were received per month and per year by matter and stage: of each unit, and of the whole district. */
export const matterStageCell = pgTable(
  'matter_stage_cell',
  {
    whole: boolean('whole').notNull(),
    /** 2 a month, 3 a year. */
    level: smallint('level').notNull(),
    /** Its first day, in days since 1970-01-01. */
    start: integer('start').notNull(),
    unitId: uuid('unit_id'),
    matterId: uuid('matter_id').notNull(),
    stage: text('stage').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [
    uniqueIndex('matter_stage_cell_key').on(
      table.whole,
      table.unitId,
      table.level,
      table.start,
      table.matterId,
      table.stage,
    ),
  ],
);

/** How many orders were received per month by matter, cause and unit. */
export const matterCauseCell = pgTable(
  'matter_cause_cell',
  {
    matterId: uuid('matter_id').notNull(),
    cause: text('cause').notNull(),
    /** The month's first day, in days since 1970-01-01. */
    start: integer('start').notNull(),
    unitId: uuid('unit_id'),
    n: integer('n').notNull(),
  },
  (table) => [
    uniqueIndex('matter_cause_cell_key').on(table.start, table.cause, table.matterId, table.unitId),
  ],
);

/** Handling times of the orders last resolved on a day, part by part (functions/figure/day-pack.ts). */
export const figurePack = pgTable(
  'figure_pack',
  {
    /** The minutes, or the dimension that is told. */
    part: text('part').notNull(),
    /** Days since 1970-01-01. */
    day: integer('day').notNull(),
    n: integer('n').notNull(),
    words: jsonb('words').$type<(string | null)[]>().notNull(),
    data: text('data').notNull(),
  },
  (table) => [primaryKey({ columns: [table.part, table.day] })],
);

/** One row: it changes whenever changes or marks are taken up (functions/figure/figure-state.ts). */
export const figureState = pgTable('figure_state', {
  only: boolean('only').primaryKey().default(true),
  generation: uuid('generation').notNull().defaultRandom(),
});

/** Marks of writers: the day's pack does not hold good any more. */
export const figureStale = pgTable(
  'figure_stale',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    day: integer('day').notNull(),
  },
  (table) => [index('figure_stale_day').on(table.day)],
);
