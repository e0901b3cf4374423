import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Role, UnitKind } from '../../../shared/order/vocabulary';
import { instant } from '../instant';

export const unit = pgTable('unit', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<UnitKind>().notNull(),
  name: text('name').notNull(),
  parentId: uuid('parent_id'),
  town: text('town'),
  phone: text('phone'),
  address: text('address'),
  hours: text('hours'),
  closing: text('closing').notNull().default('17:00'),
  active: boolean('active').notNull().default(true),
  demonstration: boolean('demonstration').notNull().default(false),
});

export const staff = pgTable('staff', {
  id: uuid('id').primaryKey(),
  username: text('username').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  /** Sealed by the master key; set once TOTP is confirmed. */
  totpSecret: text('totp_secret'),
  active: boolean('active').notNull().default(true),
  absentUntil: instant('absent_until'),
  wrongPasswords: integer('wrong_passwords').notNull().default(0),
  lockedUntil: instant('locked_until'),
  lastSignInAt: instant('last_sign_in_at'),
});

export const staffRole = pgTable(
  'staff_role',
  {
    staffId: uuid('staff_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    unitId: uuid('unit_id').notNull(),
    deputy: boolean('deputy').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.staffId, table.role, table.unitId] }),
    index('staff_role_unit').on(table.unitId, table.role),
  ],
);

export const staffSession = pgTable(
  'staff_session',
  {
    tokenHash: text('token_hash').primaryKey(),
    id: uuid('id').notNull().unique(),
    staffId: uuid('staff_id').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    revokedAt: instant('revoked_at'),
    device: text('device'),
  },
  (table) => [index('staff_session_staff').on(table.staffId, table.createdAt)],
);

export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: instant('changed_at').notNull(),
});
