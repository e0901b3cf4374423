import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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
  /** The last step of 30 s whose code was taken: a code opens the door once. */
  totpStep: bigint('totp_step', { mode: 'number' }),
  /** Sealed; shown once, in force only when a code of it was typed. */
  totpPending: text('totp_pending'),
  /** Given by somebody else: its owner changes it before anything else. */
  passwordTemporary: boolean('password_temporary').notNull().default(false),
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
    means: text('means').$type<'password' | 'oidc'>().notNull().default('password'),
  },
  (table) => [
    index('staff_session_staff').on(table.staffId, table.createdAt),
    index('staff_session_created').on(table.createdAt),
  ],
);

/** A government account that signed in at the issuer; of nobody until an admin says whose it is. */
export const staffIdentity = pgTable(
  'staff_identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    staffId: uuid('staff_id'),
    /** Sealed by the master key: what the issuer calls the person, so that the admin knows who asks. */
    name: text('name'),
    seenAt: instant('seen_at').notNull(),
    linkedAt: instant('linked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('staff_identity_staff').on(table.staffId),
    index('staff_identity_waiting').on(table.seenAt).where(sql`${table.staffId} is null`),
  ],
);

export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: instant('changed_at').notNull(),
});
