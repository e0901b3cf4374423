import { boolean, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { DayOverride, HolidayYear } from '../../../shared/sla/calendar';
import { instant } from '../instant';

export const matter = pgTable(
  'matter',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    department: text('department').notNull(),
    pinyin: text('pinyin').notNull(),
    initials: text('initials').notNull(),
    active: boolean('active').notNull().default(true),
    uses: integer('uses').notNull().default(0),
  },
  (table) => [index('matter_uses').on(table.uses), index('matter_name').on(table.name)],
);

/** Other names by which a sheet calls a unit. */
export const unitAlias = pgTable(
  'unit_alias',
  {
    alias: text('alias').primaryKey(),
    unitId: uuid('unit_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('unit_alias_unit').on(table.unitId)],
);

/** Who owns a matter, everywhere or at one place, from a day to a day (spec 2, routing rule 3). */
export const matterOwner = pgTable(
  'matter_owner',
  {
    id: uuid('id').primaryKey(),
    matterId: uuid('matter_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    placeKey: text('place_key'),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (table) => [index('matter_owner_matter').on(table.matterId)],
);

/** Which unit answers for a place of handling (rule 4): a hall's unit id or a town's code. */
export const placeRule = pgTable(
  'place_rule',
  {
    id: uuid('id').primaryKey(),
    placeKey: text('place_key').notNull(),
    unitId: uuid('unit_id').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (table) => [index('place_rule_place').on(table.placeKey)],
);

/** What a hall's QR code stands for. */
export const scene = pgTable(
  'scene',
  {
    scene: text('scene').primaryKey(),
    hallUnitId: uuid('hall_unit_id').notNull(),
    window: text('window').notNull(),
    createdAt: instant('created_at'),
    /** From then on the code no longer fills in the hall; its printed sheet is to be taken down. */
    retiredAt: instant('retired_at'),
  },
  (table) => [index('scene_hall').on(table.hallUnitId, table.scene)],
);

export const holidayYear = pgTable('holiday_year', {
  year: integer('year').primaryKey(),
  notice: jsonb('notice').$type<HolidayYear>().notNull(),
  loadedAt: instant('loaded_at').notNull(),
});

export const dayOverride = pgTable('day_override', {
  date: date('date').primaryKey(),
  override: jsonb('override').$type<DayOverride>().notNull(),
});
