import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { UnitTree } from '../../shared/order/command/rule';
import { defaultSettings, settingsFrom } from '../../shared/setting/district-settings';
import { makeCalendar } from '../../shared/sla/calendar';
import type { Db } from '../db/connect';
import { dayOverride, holidayYear, setting, staff, staffRole, unit } from '../db/schema';
import { readOverrides } from '../notice/message-override';
import type { Reference, UnitInfo } from '../order/context';

interface Post {
  unitId: string;
  role: string;
  staffId: string;
}

function makeTree(units: Map<string, UnitInfo>, posts: Post[], closing: string): UnitTree {
  const only = (kind: UnitInfo['kind']) => [...units.values()].find((each) => each.kind === kind)?.id ?? '';
  const handled = new Set(posts.filter((post) => post.role === 'handler').map((post) => post.unitId));
  const callers = new Map<string, Set<string>>();
  for (const post of posts)
    callers.set(post.unitId, (callers.get(post.unitId) ?? new Set()).add(post.staffId));
  const isBelow = (unitId: string, above: string, depth = 0): boolean => {
    const parent = units.get(unitId)?.parentId ?? null;
    return parent !== null && depth < 10 && (parent === above || isBelow(parent, above, depth + 1));
  };
  const isUsable = (unitId: string) => Boolean(units.get(unitId)?.active) && handled.has(unitId);
  return {
    kindOf: (unitId) => units.get(unitId)?.kind ?? null,
    isBelow,
    hasUsableBelow: (unitId) => [...units.keys()].some((id) => isBelow(id, unitId) && isUsable(id)),
    closingOf: (unitId) => (unitId ? units.get(unitId)?.closing : undefined) ?? closing,
    isUsable,
    hasOtherStaff: (unitId, staffId) => [...(callers.get(unitId) ?? [])].some((id) => id !== staffId),
    districtCentre: only('district_centre'),
    districtOffice: only('district_office'),
  };
}

/** Units, calendar and settings as they stand now. */
export async function loadReference(db: Db, now: number): Promise<Reference> {
  const [unitRows, postRows, years, days, settings, overrides] = await Promise.all([
    db.select().from(unit),
    db
      .select({ unitId: staffRole.unitId, role: staffRole.role, staffId: staffRole.staffId })
      .from(staffRole)
      .innerJoin(staff, eq(staff.id, staffRole.staffId))
      .where(and(eq(staff.active, true), or(isNull(staff.absentUntil), lt(staff.absentUntil, now)))),
    db.select().from(holidayYear),
    db.select().from(dayOverride),
    db
      .select()
      .from(setting)
      .where(inArray(setting.key, Object.keys(defaultSettings))),
    readOverrides(db),
  ]);
  const units = new Map(unitRows.map((row) => [row.id, row]));
  const workers = postRows.filter((post) => ['handler', 'unit-lead', 'clerk'].includes(post.role));
  const district = settingsFrom(settings);
  return {
    units,
    tree: makeTree(units, workers, district.closing.time),
    calendar: makeCalendar({
      years: years.map((row) => row.notice),
      overrides: days.map((row) => row.override),
      hours: district.hours.periods,
    }),
    settings: district.sla,
    district,
    overrides,
  };
}

/** Keeps the reference data for a few seconds; `forget` after a change makes the next reader load it anew. */
export function referenceCache(db: Db, now: () => number, keepMs = 5000) {
  let kept: { at: number; reference: Promise<Reference> } | null = null;
  return {
    reference(): Promise<Reference> {
      if (!kept || now() - kept.at > keepMs) {
        const reference = loadReference(db, now());
        kept = { at: now(), reference };
        reference.catch(() => {
          kept = null;
        });
      }
      return kept.reference;
    },
    forgetReference(): void {
      kept = null;
    },
  };
}
