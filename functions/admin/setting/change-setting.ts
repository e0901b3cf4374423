import { eq, sql } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import {
  type DistrictSettings,
  defaultSettings,
  type SettingKey,
  settingsFrom,
} from '../../../shared/setting/district-settings';
import { sayChange, settingWords } from '../../../shared/setting/say-setting';
import type { SettingEdit } from '../../../shared/setting/setting-edit';
import { addDays, dayOf, toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import type { Db, Tx } from '../../db/connect';
import { setting, unit } from '../../db/schema';
import type { Context } from '../../order/context';
import { requireKeeper } from '../require-keeper';
import { effectOf } from './effect-of';

/** Limits and hours are rules, the supervisor's and the admin's to set; sign-in and retention are the admin's (spec 6). */
const rules = new Set<SettingKey>(['sla', 'closing', 'hours', 'quiet']);

/** Changes of settings wait for one another. */
const lock = sql`select pg_advisory_xact_lock(733004)`;

export async function readSettings(db: Db | Tx) {
  const rows = await db.select().from(setting);
  const changedAt = (key: SettingKey) => {
    const row = rows.find((each) => each.key === key);
    return row ? toIso(row.changedAt) : null;
  };
  return { all: settingsFrom(rows), changedAt };
}

/** The settings after the change; hall hours of days gone by stay as they were. */
function applied(before: DistrictSettings, edit: SettingEdit, today: string): DistrictSettings {
  switch (edit.key) {
    case 'sla':
      return { ...before, sla: { ...before.sla, ...edit.value } };
    case 'hours': {
      const { from, morning, afternoon } = edit.value;
      if (from <= today) throw new RuleBroken('setting.from-passed', { path: 'from' }, 422);
      const kept = before.hours.periods.filter((each) => each.from < from);
      return { ...before, hours: { periods: [...kept, { from, spans: [morning, afternoon] }] } };
    }
    default:
      return { ...before, [edit.key]: edit.value };
  }
}

interface Planned {
  before: DistrictSettings;
  after: DistrictSettings;
  changes: string[];
}

async function plan(db: Db | Tx, ctx: Context, edit: SettingEdit): Promise<Planned> {
  requireKeeper(ctx, ...(rules.has(edit.key) ? (['supervisor', 'admin'] as const) : (['admin'] as const)));
  const { all: before, changedAt } = await readSettings(db);
  if (changedAt(edit.key) !== edit.seen) throw new RuleBroken('setting.changed-meanwhile', {}, 409);
  const after = applied(before, edit, dayOf(ctx.now()));
  const changes = sayChange(edit.key, before, after);
  if (changes.length === 0) throw new RuleBroken('setting.unchanged', {}, 422);
  return { before, after, changes };
}

/** What the change would change, for whom and from when, in sentences; nothing is saved. */
export async function previewSetting(ctx: Context, edit: SettingEdit) {
  const { before, after, changes } = await plan(ctx.db, ctx, edit);
  return { changes, effects: await effectOf(ctx, edit.key, before, after) };
}

/** Units that kept the district's closing time go on keeping it. */
async function moveClosing(tx: Tx, before: DistrictSettings, after: DistrictSettings): Promise<void> {
  if (before.closing.time === after.closing.time) return;
  await tx.update(unit).set({ closing: after.closing.time }).where(eq(unit.closing, before.closing.time));
}

/** Saves one setting and records what it was and is; it holds for what begins from now on (spec 3). */
export async function changeSetting(ctx: Context, edit: SettingEdit): Promise<{ changes: string[] }> {
  const changes = await ctx.db.transaction(async (tx) => {
    await tx.execute(lock);
    const planned = await plan(tx, ctx, edit);
    const row = { key: edit.key, value: planned.after[edit.key], changedAt: ctx.now() };
    await tx.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row });
    await moveClosing(tx, planned.before, planned.after);
    await appendAudit(tx, ctx.actor, ctx.now(), 'settings.changed', {
      key: edit.key,
      before: planned.before[edit.key],
      after: planned.after[edit.key],
      said: `${settingWords[edit.key]}：${planned.changes.join('；')}`,
    });
    return planned.changes;
  });
  ctx.forgetReference();
  return { changes };
}

/** The settings as the form shows them: values, defaults, and when each was changed last. */
export async function presentSettings(ctx: Context) {
  const { all, changedAt } = await readSettings(ctx.db);
  const keys = Object.keys(defaultSettings) as SettingKey[];
  return {
    settings: all,
    changedAt: Object.fromEntries(keys.map((key) => [key, changedAt(key)])),
    earliestHours: addDays(dayOf(ctx.now()), 1),
  };
}
