import { sql } from 'drizzle-orm';
import {
  bigint,
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
import type { OrderFacts } from '../../../shared/order/facts';
import type { Queue } from '../../../shared/order/queue';
import type { State } from '../../../shared/order/state';
import type { Cause, Channel, Complexity, Stage } from '../../../shared/order/vocabulary';
import type { ClockKind, Limit } from '../../../shared/sla/clock-types';
import { instant } from '../instant';

/** Facts that are not columns of their own; clocks and custody have their own tables. */
export type KeptFacts = Omit<OrderFacts, 'clocks' | 'custody' | 'version'>;

export const order = pgTable(
  'order',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique(),
    version: integer('version').notNull(),
    state: text('state').$type<State>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    reporterKind: text('reporter_kind').$type<'person' | 'enterprise'>().notNull(),
    reporterId: uuid('reporter_id'),
    phoneIndex: text('phone_index'),
    matterId: uuid('matter_id'),
    stage: text('stage').$type<Stage>().notNull(),
    hallUnitId: uuid('hall_unit_id'),
    placeUnitId: uuid('place_unit_id'),
    town: text('town'),
    leadUnitId: uuid('lead_unit_id'),
    dispatchedUnitId: uuid('dispatched_unit_id'),
    workingUnitId: uuid('working_unit_id'),
    complexity: text('complexity').$type<Complexity>(),
    cause: text('cause').$type<Cause>(),
    round: integer('round').notNull(),
    urged: integer('urged').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    acceptedAt: instant('accepted_at'),
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
    /** Earliest due of the running contact, resolve and rectify clocks: the light is a function of it and now. */
    lightDueAt: instant('light_due_at'),
    nextStepAt: instant('next_step_at'),
    changedAt: instant('changed_at').notNull(),
    /** Units whose people see it whole; those above them are found through the tree. */
    seenBy: uuid('seen_by').array().notNull(),
    returnedBy: uuid('returned_by').array().notNull(),
    openAssistUnits: uuid('open_assist_units').array().notNull(),
    facts: jsonb('facts').$type<KeptFacts>().notNull(),
    /** The order's own key, wrapped; forgetting it erases words and personal data (spec 8). */
    orderKey: text('order_key'),
    sealed: text('sealed').notNull(),
    queryCodeHash: text('query_code_hash').notNull(),
    cityNumber: text('city_number').unique(),
    searchTokens: integer('search_tokens').array().notNull(),
    eventCount: integer('event_count').notNull(),
    lastEventHash: text('last_event_hash').notNull(),
  },
  (table) => [
    index('order_submitted').on(table.submittedAt, table.id),
    index('order_reporter').on(table.reporterId, table.submittedAt, table.id),
    index('order_phone').on(table.phoneIndex, table.submittedAt, table.id),
    index('order_changed').on(table.changedAt),
    index('order_matter').on(table.matterId, table.submittedAt, table.id),
    index('order_light').on(table.lightDueAt, table.id).where(sql`${table.lightDueAt} is not null`),
    index('order_step').on(table.nextStepAt).where(sql`${table.nextStepAt} is not null`),
    index('order_state').on(table.state, table.submittedAt, table.id),
    index('order_channel').on(table.channel, table.submittedAt, table.id),
    index('order_town').on(table.town, table.submittedAt, table.id).where(sql`${table.town} is not null`),
    index('order_complexity')
      .on(table.complexity, table.submittedAt, table.id)
      .where(sql`${table.complexity} is not null`),
    index('order_cause').on(table.cause, table.submittedAt, table.id).where(sql`${table.cause} is not null`),
    index('order_find')
      .using(
        'gin',
        table.searchTokens,
        table.seenBy,
        sql`(array['state:' || ${table.state}, 'channel:' || ${table.channel}, 'town:' || ${table.town}, 'complexity:' || ${table.complexity}, 'cause:' || ${table.cause}, 'matter:' || ${table.matterId}::text])`,
      )
      .with({ gin_pending_list_limit: 512 }),
  ],
);

/** What an order waits for, for whom and by when: one line for each duty (see shared/order/queue.ts). */
export const orderWait = pgTable(
  'order_wait',
  {
    orderId: uuid('order_id').notNull(),
    queue: text('queue').$type<Queue>().notNull(),
    /** Null: the district's own people. */
    unitId: uuid('unit_id'),
    /** 0 stands before 1, whatever the due. */
    rank: smallint('rank').notNull(),
    /** The last day of the year 9999 where nothing is due. */
    dueAt: instant('due_at').notNull(),
  },
  (table) => [
    index('order_wait_order').on(table.orderId),
    index('order_wait_unit').on(table.unitId, table.queue, table.rank, table.dueAt, table.orderId),
    index('order_wait_queue').on(table.queue, table.rank, table.dueAt, table.orderId),
  ],
);

export const clock = pgTable(
  'clock',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull(),
    kind: text('kind').$type<ClockKind>().notNull(),
    holderUnitId: uuid('holder_unit_id'),
    assistId: uuid('assist_id'),
    round: integer('round').notNull(),
    startedAt: instant('started_at').notNull(),
    limit: jsonb('limit').$type<Limit>().notNull(),
    closing: text('closing').notNull(),
    dueAt: instant('due_at').notNull(),
    originalDueAt: instant('original_due_at').notNull(),
    provisional: boolean('provisional').notNull(),
    endedAt: instant('ended_at'),
    outcome: text('outcome').$type<'met' | 'late' | 'void'>(),
    lateByMs: bigint('late_by_ms', { mode: 'number' }).notNull(),
    nextAlarmAt: instant('next_alarm_at'),
    nextAlarmLevel: text('next_alarm_level').$type<'yellow' | 'red' | 'red+1'>(),
  },
  (table) => [
    index('clock_order').on(table.orderId),
    index('clock_next_alarm').on(table.nextAlarmAt).where(sql`${table.nextAlarmAt} is not null`),
    index('clock_due').on(table.kind, table.dueAt),
    index('clock_running').on(table.kind, table.dueAt).where(sql`${table.endedAt} is null`),
    // It carries the original due, kind, holder and order (its migration includes them): what is red, from it alone.
    index('clock_red').on(table.dueAt).where(sql`${table.endedAt} is null`),
    index('clock_rushed')
      .on(table.dueAt, table.orderId)
      .where(
        sql`${table.kind} in ('resolve', 'rectify') and ${table.outcome} = 'met' and ${table.dueAt} - ${table.endedAt} <= interval '30 minutes'`,
      ),
  ],
);

/** What has sounded stays on record: once per clock, level and due time (spec 3). */
export const clockAlarm = pgTable(
  'clock_alarm',
  {
    clockId: uuid('clock_id').notNull(),
    level: text('level').notNull(),
    dueAt: instant('due_at').notNull(),
    soundedAt: instant('sounded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clockId, table.level, table.dueAt] })],
);

export const custody = pgTable(
  'custody',
  {
    orderId: uuid('order_id').notNull(),
    /** Position in the order's custody list. */
    position: integer('position').notNull(),
    role: text('role').$type<'dispatcher' | 'unit' | 'delegate' | 'assist'>().notNull(),
    unitId: uuid('unit_id').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.position] }),
    index('custody_unit').on(table.unitId, table.fromAt),
    index('custody_ended').on(table.toAt).where(sql`${table.toAt} is not null`),
    index('custody_open').on(table.unitId, table.role, table.fromAt).where(sql`${table.toAt} is null`),
  ],
);

export const file = pgTable(
  'file',
  {
    id: uuid('id').primaryKey(),
    /** Who may claim it: the principal that uploaded it. */
    owner: text('owner').notNull(),
    orderId: uuid('order_id'),
    eventSeq: integer('event_seq'),
    state: text('state').$type<'waiting' | 'ready' | 'claimed'>().notNull(),
    kind: text('kind').$type<'picture' | 'document'>().notNull(),
    contentType: text('content_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256'),
    width: integer('width'),
    height: integer('height'),
    uploadKey: text('upload_key'),
    objectKey: text('object_key'),
    thumbnailKey: text('thumbnail_key'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('file_order').on(table.orderId),
    index('file_unclaimed').on(table.createdAt).where(sql`${table.state} <> 'claimed'`),
  ],
);

export const numberBlock = pgTable('number_block', {
  day: text('day').primaryKey(),
  next: integer('next').notNull(),
});

export const idempotency = pgTable(
  'idempotency',
  {
    principal: text('principal').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: integer('status').notNull(),
    /** Sealed by the master key: the first answer holds what its reader may see. */
    answer: text('answer').notNull(),
    /** The order it was about: erased with it. */
    orderNumber: text('order_number'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('idempotency_order').on(table.orderNumber).where(sql`${table.orderNumber} is not null`),
    primaryKey({ columns: [table.principal, table.route, table.key] }),
    uniqueIndex('idempotency_age').on(table.createdAt, table.principal, table.route, table.key),
  ],
);
