import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HolidayYear, makeCalendar } from '../../sla/calendar';
import { defaultSlaSettings } from '../../sla/clocks';
import { fromIso } from '../../sla/instant';
import { type Draft, submitOrder } from '../command/intake';
import type { Env, UnitTree } from '../command/rule';
import { type InputOf, type OrderCommand, runCommand } from '../command/run';
import type { Actor, OrderFacts } from '../facts';
import type { Role, UnitKind } from '../vocabulary';

/** A small district: two departments, one with an office below it, a centre with a sub-hall. */
const tree: Record<string, { kind: UnitKind; above: string | null }> = {
  'district-office': { kind: 'district_office', above: null },
  'district-centre': { kind: 'district_centre', above: 'district-office' },
  inspection: { kind: 'inspection', above: null },
  labour: { kind: 'department', above: null },
  'labour-town': { kind: 'subcentre', above: 'labour' },
  housing: { kind: 'department', above: null },
  hall: { kind: 'centre', above: null },
  'hall-north': { kind: 'subcentre', above: 'hall' },
};
export const unitIds = Object.keys(tree);

const isBelow = (unitId: string, above: string): boolean => {
  const parent = tree[unitId]?.above ?? null;
  return parent !== null && (parent === above || isBelow(parent, above));
};

export const units: UnitTree = {
  kindOf: (unitId) => tree[unitId]?.kind ?? null,
  isBelow,
  hasUsableBelow: (unitId) => unitIds.some((id) => isBelow(id, unitId)),
  closingOf: () => '17:00',
  isUsable: (unitId) => unitId in tree,
  hasOtherStaff: () => true,
  districtCentre: 'district-centre',
  districtOffice: 'district-office',
};

const years = [2022, 2023, 2024, 2025, 2026].map(
  (year) =>
    JSON.parse(
      readFileSync(join(__dirname, '../../../data/holidays', `${year}.json`), 'utf8'),
    ) as HolidayYear,
);
export const calendar = makeCalendar({ years });

/** An ordinary Wednesday morning. */
export const morning = fromIso('2026-11-18T09:30:00+08:00');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const person = (role: Role, unitId: string, id = `${role}@${unitId}`): Actor => ({
  kind: 'staff',
  id,
  roles: [{ role, unitId }],
});
export const reporter: Actor = { kind: 'reporter', accountId: 'reporter-1', orderId: null };
export const system: Actor = { kind: 'system' };
export const dispatcher = person('dispatcher', 'district-centre');
export const supervisor = person('supervisor', 'district-office');
export const inspector = person('inspector', 'inspection');
export const handler = (unitId: string, id?: string) => person('handler', unitId, id);

let serial = 0;
export const envFor = (actor: Actor, now = morning): Env => ({
  actor,
  now,
  calendar,
  settings: defaultSlaSettings,
  units,
  newId: () => `id-${++serial}`,
});

export const aDraft = (overrides: Partial<Draft> = {}): Draft => ({
  id: 'order-1',
  number: 'CM20261118000010',
  channel: 'h5',
  reporterKind: 'person',
  reporterAccountId: 'reporter-1',
  hasPhone: true,
  phoneVerified: true,
  stage: 'not-accepted',
  matterId: 'matter-1',
  hallUnitId: null,
  placeUnitId: null,
  town: null,
  files: [],
  ...overrides,
});

export const toLabour = { decided: true as const, unitId: 'labour', rule: 3, why: '事项归属' };
export const notDecided = { decided: false as const, why: '没有规则' };

/** A fresh order, by default routed to the labour department. */
export const aSubmitted = (
  route: typeof toLabour | typeof notDecided = toLabour,
  overrides: Partial<Draft> = {},
) => submitOrder(aDraft(overrides), route, envFor(reporter)).facts;

/** Plays one command and returns the new facts. */
export const play = <C extends OrderCommand>(
  facts: OrderFacts,
  command: C,
  actor: Actor,
  input: InputOf<C>,
  now = morning,
): OrderFacts => runCommand(command, facts, input, envFor(actor, now)).facts;

export const aResolve: InputOf<'resolve'> = {
  version: 0,
  found: '材料清单写得不清楚',
  done: '已当面受理',
  rule: '社会保险登记规定',
  result: 'solved',
  cause: 'unclear-guide',
  files: [],
  contact: { means: 'phone' },
};

/** An order in each state of spec 2, reached by commands alone. */
export function anOrder(state: OrderFacts['state']): OrderFacts {
  const labour = handler('labour');
  if (state === 'submitted') return aSubmitted(notDecided);
  if (state === 'dispatched') return aSubmitted();
  if (state === 'declined') {
    return play(aSubmitted(notDecided), 'decline', dispatcher, {
      version: 0,
      basis: '依据',
      explanation: '说明',
    });
  }
  if (state === 'withdrawn')
    return play(aSubmitted(), 'withdraw', reporter, { version: 0, reason: '不用了' });
  if (state === 'merged') {
    const primary = aSubmitted(toLabour, { id: 'order-2', number: 'CM20261118000028' });
    return play(aSubmitted(), 'merge', dispatcher, {
      version: 0,
      primaryNumber: primary.number,
      reason: '同一件事',
      primary,
    });
  }
  const handling = play(aSubmitted(), 'accept', labour, { version: 0 });
  if (state === 'handling') return handling;
  const resolved = play(handling, 'resolve', labour, aResolve);
  if (state === 'resolved') return resolved;
  if (state === 'rectifying') {
    return play(resolved, 'supervise', supervisor, {
      version: 0,
      reason: '未解决',
      demand: '重新办理',
      days: 3,
    });
  }
  const called = play(resolved, 'unit-callback', handler('labour', 'second'), {
    result: 'solved',
    satisfaction: 4,
  });
  return play(called, 'close', dispatcher, { version: 0, reason: '已核实' });
}
