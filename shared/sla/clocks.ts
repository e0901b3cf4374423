import type { Complexity } from '../order/vocabulary';
import type { ClockKind, Limit } from './clock-types';

export { type ClockKind, clockKinds } from './clock-types';

/** What the district may set (spec 3). Days are working days unless they say otherwise. */
export interface SlaSettings {
  dispatchDays: number;
  acceptDays: number;
  contactDays: number;
  ordinaryDays: number;
  complexDays: number;
  arbitrateDays: number;
  unitCallbackDays: number;
  districtCallbackDays: number;
  superviseDueDays: number;
  rectifyDays: number;
  followUpMaxDays: number;
}

export const defaultSlaSettings: SlaSettings = {
  dispatchDays: 1,
  acceptDays: 1,
  contactDays: 1,
  ordinaryDays: 3,
  complexDays: 5,
  arbitrateDays: 1,
  unitCallbackDays: 2,
  districtCallbackDays: 5,
  superviseDueDays: 1,
  rectifyDays: 3,
  followUpMaxDays: 10,
};

const workingDays = (days: number): Limit => ({ kind: 'working-days', days });

/** How long a clock runs by rule; `assist` and `follow-up` are given their day by a person and have none here. */
export function limitOf(kind: ClockKind, complexity: Complexity | null, settings: SlaSettings): Limit {
  switch (kind) {
    case 'dispatch':
      return workingDays(settings.dispatchDays);
    case 'accept':
      return workingDays(settings.acceptDays);
    case 'contact':
      return workingDays(settings.contactDays);
    case 'resolve':
      if (complexity === 'simple') return { kind: 'same-day' };
      return workingDays(complexity === 'complex' ? settings.complexDays : settings.ordinaryDays);
    case 'arbitrate':
      return workingDays(settings.arbitrateDays);
    case 'unit-callback':
      return workingDays(settings.unitCallbackDays);
    case 'district-callback':
      return workingDays(settings.districtCallbackDays);
    case 'supervise-due':
      return workingDays(settings.superviseDueDays);
    case 'rectify':
      return workingDays(settings.rectifyDays);
    case 'assist':
    case 'follow-up':
      throw new RangeError(`The ${kind} clock is given its day by a person`);
  }
}
