import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../instant';

/** The ledger: every command, every look at personal data, every sign-in and export (spec 8). Never updated. */
export const event = pgTable(
  'event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** `order:<id>`, or `audit:<principal>` for what is not of one order. */
    chain: text('chain').notNull(),
    seq: integer('seq').notNull(),
    orderId: uuid('order_id'),
    at: instant('at').notNull(),
    kind: text('kind').notNull(),
    actor: text('actor').notNull(),
    actorUnitId: uuid('actor_unit_id'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    sealed: text('sealed'),
    internal: boolean('internal').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('event_chain_seq').on(table.chain, table.seq),
    index('event_order').on(table.orderId, table.seq),
    index('event_at').on(table.at, table.id),
    index('event_kind').on(table.kind, table.at),
    // It carries the unit as well (its migration includes it).
    index('event_actor_kind').on(table.actor, table.kind, table.at, table.id),
    index('event_unit_kind')
      .on(table.actorUnitId, table.kind, table.at, table.id)
      .where(sql`${table.actorUnitId} is not null`),
    index('event_problem')
      .on(sql`(${table.data}->>'itemId')`, table.id)
      .where(sql`${table.data}->>'itemId' is not null`),
    // What is worth a look (functions/inspection/patterns.ts); those of contacts that reached somebody and of classes raised carry the actor as well.
    ...(
      [
        ['event_reached', sql`${table.kind} = 'order.contacted' and ${table.data}->>'result' = 'reached'`],
        [
          'event_reached_late',
          sql`${table.kind} = 'order.contacted' and ${table.data}->>'result' = 'reached' and (extract(hour from (${table.at} at time zone 'Asia/Shanghai')) >= 18 or extract(hour from (${table.at} at time zone 'Asia/Shanghai')) < 8)`,
        ],
        [
          'event_raised_late',
          sql`${table.kind} = 'due.moved' and ${table.data}->>'because' = 'classify' and (${table.data}->>'to')::float8 > (${table.data}->>'from')::float8 and to_timestamp((${table.data}->>'from')::float8 / 1000) - ${table.at} <= interval '4 hours'`,
        ],
        [
          'event_unreached',
          sql`${table.kind} = 'order.contacted' and ${table.data}->>'result' = 'unreached'`,
        ],
        [
          'event_self_callback',
          sql`${table.kind} = 'unit-callback.made' and (${table.data}->>'self')::boolean`,
        ],
        ['event_returned', sql`${table.kind} = 'order.returned'`],
      ] as const
    ).map(([name, where]) => index(name).on(table.at, table.orderId).where(where)),
    index('event_reworked')
      .on(table.orderId, table.at)
      .where(sql`${table.kind} in ('order.reopened', 'order.supervised')`),
  ],
);

/** Length and last hash of the chains that are not an order's. */
export const chain = pgTable('chain', {
  chain: text('chain').primaryKey(),
  length: integer('length').notNull(),
  lastHash: text('last_hash').notNull(),
});

/** Root over all events of one day, so that it can be deposited elsewhere. */
export const dailyRoot = pgTable('daily_root', {
  day: date('day').primaryKey(),
  root: text('root').notNull(),
  events: integer('events').notNull(),
  computedAt: instant('computed_at').notNull(),
});
