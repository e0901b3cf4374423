import type { Role } from '../order/vocabulary';
import type { OfficeHours } from '../sla/calendar';
import { defaultSlaSettings, type SlaSettings } from '../sla/clocks';
import type { ClockTime } from '../sla/instant';

/** What the district may set without a programmer; every change is in the ledger and holds for what comes after it. */
export interface DistrictSettings {
  /** Limits of clocks in working days (spec 3); those that a law or the 1-3-5 rule fixes are not changed here. */
  sla: SlaSettings;
  /** When a working day ends, for whoever has no closing time of the own (spec 3). */
  closing: { time: ClockTime };
  /** Hall hours by the day from which they hold, that statistics count by (spec 3). */
  hours: { periods: OfficeHours[] };
  /** When SMS to reporters rest (spec 5). */
  quiet: { from: ClockTime; to: ClockTime };
  /** Who holds one of these roles signs in with a one-time code beside the password (spec 6). */
  'sign-in': { totpRoles: Role[] };
  /** For how many years an ended order keeps its words (spec 8). */
  keeping: { years: number };
}
export type SettingKey = keyof DistrictSettings;

export const defaultSettings: DistrictSettings = {
  sla: defaultSlaSettings,
  closing: { time: '17:00' },
  hours: { periods: [] },
  quiet: { from: '21:00', to: '08:00' },
  'sign-in': { totpRoles: [] },
  keeping: { years: 3 },
};

/** The settings as the rows of the database have them; what is not set stands as it is by default. */
export function settingsFrom(rows: { key: string; value: unknown }[]): DistrictSettings {
  const given = (key: SettingKey) => (rows.find((row) => row.key === key)?.value ?? {}) as object;
  const { sla, closing, hours, quiet, keeping } = defaultSettings;
  return {
    sla: { ...sla, ...given('sla') },
    closing: { ...closing, ...given('closing') },
    hours: { ...hours, ...given('hours') },
    quiet: { ...quiet, ...given('quiet') },
    'sign-in': { ...defaultSettings['sign-in'], ...given('sign-in') },
    keeping: { ...keeping, ...given('keeping') },
  };
}
