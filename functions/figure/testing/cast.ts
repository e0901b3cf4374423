import { latestAssistDay } from '../../../shared/order/command/assist';
import type { Draft } from '../../../shared/order/command/intake';
import type { Env } from '../../../shared/order/command/rule';
import type { OrderCommand } from '../../../shared/order/command/run';
import type { Actor, OrderFacts } from '../../../shared/order/facts';
import type { State } from '../../../shared/order/state';
import { causes, channels, complexities, stages } from '../../../shared/order/vocabulary';
import { dayOf } from '../../../shared/sla/instant';

/** Who acts on the orders, and what they are about. */
export interface Cast {
  lead: string;
  below: string;
  other: string;
  hall: string;
  matters: (string | null)[];
  towns: (string | null)[];
  reporterId: string;
  reporter: Actor;
  clerk: Actor;
  /** The district's people. */
  district: Actor[];
  /** Those of each unit. */
  people: Map<string, Actor[]>;
}

const reporters = new Set<OrderCommand>(['appeal', 'evaluate', 'withdraw']);
const districts = new Set<OrderCommand>([
  ...([
    'dispatch',
    'district-callback',
    'supervise',
    'excuse',
    'close',
    'transfer',
    'coordinate',
    'extend-decide',
  ] as const),
  ...(['assist-arbitrate', 'withdrawal-callback', 'decline-consent', 'merge', 'unmerge'] as const),
]);

/** Who might give this command on this order, so that not everybody has to be tried. */
export function whoMight(command: OrderCommand, facts: OrderFacts, cast: Cast): Actor[] {
  if (reporters.has(command)) return [cast.reporter];
  if (districts.has(command)) return cast.district;
  const assisting = facts.assists.flatMap((each) => (each.state === 'open' ? [each.unitId] : []));
  const unit =
    command === 'assist-reply'
      ? assisting
      : [facts.delegates.at(-1) ?? facts.lead ?? facts.dispatchedTo ?? '', facts.lead ?? ''];
  const people = [...new Set(unit)].flatMap((id) => cast.people.get(id) ?? []);
  return ['urge', 'supplement', 'decline', 'reopen'].includes(command)
    ? [...people, cast.reporter, ...cast.district]
    : people;
}

const pick = <T>(items: readonly T[], random: () => number): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('Nothing to choose from');
  return item;
};
const keys = <T extends object>(words: T) => Object.keys(words) as (keyof T)[];

export const draftOf = (cast: Cast, id: string, random: () => number): Draft => ({
  id,
  number: `CM${id.slice(-12)}`,
  channel: pick(keys(channels), random),
  reporterKind: pick(['person', 'person', 'enterprise'], random),
  reporterAccountId: cast.reporterId,
  hasPhone: random() < 0.9,
  phoneVerified: true,
  stage: pick(keys(stages), random),
  matterId: pick(cast.matters, random),
  hallUnitId: cast.hall,
  placeUnitId: null,
  town: pick(cast.towns, random),
  files: [],
});

const times = <T>(n: number, item: T): T[] => Array<T>(n).fill(item);
const atWork: OrderCommand[] = [
  ...times(5, 'resolve' as const),
  ...times(3, 'contact' as const),
  ...times(3, 'classify' as const),
  ...times(2, 'extend' as const),
  ...times(2, 'extend-decide' as const),
  ...times(2, 'assist-reply' as const),
  'assist',
  'assist-drop',
  'assist-arbitrate',
  'delegate',
  'delegate-return',
  'recall',
  'explain',
  'escalate',
  'coordinate',
  'transfer',
  'request-supplement',
  'urge',
  'supplement',
  'note',
  'supervise',
];
const byState: Record<State, OrderCommand[]> = {
  submitted: [...times(12, 'dispatch' as const), 'decline', 'merge', 'urge', 'withdraw', 'decline-consent'],
  dispatched: [
    ...times(14, 'accept' as const),
    'return',
    'return',
    'dispatch',
    'decline',
    'delegate',
    'merge',
    'urge',
    'withdraw',
  ],
  handling: [...atWork, ...atWork, ...atWork, ...times(6, 'resolve' as const), 'merge', 'withdraw'],
  rectifying: [...atWork, ...times(4, 'resolve' as const)],
  resolved: [
    ...times(4, 'evaluate' as const),
    ...times(4, 'unit-callback' as const),
    ...times(3, 'district-callback' as const),
    ...times(6, 'close' as const),
    'supervise',
    'reopen',
    'excuse',
  ],
  closed: ['reopen', ...times(2, 'evaluate' as const), ...times(5, 'note' as const)],
  declined: ['appeal', ...times(7, 'note' as const)],
  withdrawn: ['withdrawal-callback', 'note'],
  merged: ['unmerge', 'evaluate', 'unit-callback', 'note'],
};
export const likely = (state: State, random: () => number): OrderCommand => pick(byState[state], random);

/** Something plausible to say with a command; null where the order gives no occasion for it. */
export function inputsFor(
  command: OrderCommand,
  facts: OrderFacts,
  env: Env,
  cast: Cast,
  others: OrderFacts[],
  random: () => number,
): object | null {
  const [version, reason] = [facts.version, '因为需要'];
  const said = { version, reason };
  const assistId: string | null = facts.assists.length > 0 ? pick(facts.assists, random).id : null;
  const primary = others.length > 0 ? pick(others, random) : null;
  const someone = () => pick([cast.lead, cast.other, cast.hall], random);
  const satisfaction = pick([1, 2, 3, 4, 4, 5, 5, null], random);
  const make: Partial<Record<OrderCommand, () => object | null>> = {
    dispatch: () => ({ unitId: someone(), reason }),
    accept: () => ({ version }),
    contact: () => ({ version, result: pick(['reached', 'unreached'], random), means: 'phone' }),
    classify: () => ({ ...said, complexity: pick(keys(complexities), random) }),
    assist: () => ({
      ...said,
      unitId: someone(),
      request: '请核对',
      dueOn: latestAssistDay(facts, env),
      files: [],
    }),
    'assist-reply': () =>
      assistId === null
        ? null
        : random() < 0.6
          ? { assistId, reply: '已核对', files: [] }
          : { assistId, declineReason: reason, files: [] },
    'assist-drop': () => (assistId === null ? null : { ...said, assistId }),
    'assist-arbitrate': () =>
      assistId === null
        ? null
        : random() < 0.5
          ? { ...said, assistId, decision: 'release' }
          : { ...said, assistId, decision: 'must-reply', dueOn: latestAssistDay(facts, env) },
    delegate: () => ({ version, unitId: cast.below, request: '请办理' }),
    explain: () => ({
      ...said,
      plan: '分步办理',
      nextReportOn: env.calendar.addWorkingDays(dayOf(env.now), 1 + Math.floor(random() * 3)),
    }),
    extend: () => ({ ...said, days: 1 + Math.floor(random() * 4) }),
    'extend-decide': () => {
      const asked = facts.extensions.find((each) => each.state === 'asked');
      return asked ? { ...said, extensionId: asked.id, granted: random() < 0.7 } : null;
    },
    coordinate: () => ({ version, decision: '由两家会商', assists: [] }),
    transfer: () => ({ ...said, unitId: someone() }),
    'request-supplement': () => ({ version, missing: '身份证正面照片' }),
    resolve: () => ({
      version,
      found: '材料清单写得不清楚',
      done: '已受理',
      rule: '规定',
      result: 'solved',
      cause: pick(keys(causes), random),
      files: [],
      ...(random() < 0.7 && { contact: { means: 'phone' } }),
    }),
    decline: () => ({ version, basis: '依据', explanation: '说明' }),
    appeal: () => ({ reason, files: [] }),
    evaluate: () => ({ solved: random() < 0.75, satisfaction: satisfaction ?? 5, tags: [], files: [] }),
    'unit-callback': () => ({
      result: pick(['solved', 'solved', 'solved', 'unsolved', 'unreached'], random),
      ...(satisfaction && { satisfaction }),
    }),
    'district-callback': () => ({
      result: pick(['confirmed', 'confirmed', 'confirmed', 'unresolved', 'misreported', 'unreached'], random),
      ...(satisfaction && { satisfaction }),
    }),
    supervise: () => ({ ...said, demand: '重新办理', days: 3 }),
    reopen: () => ({ ...said, days: 3 }),
    urge: () => ({}),
    supplement: () => ({ text: '补充一句', files: [] }),
    note: () => ({ text: '内部记一句', files: [] }),
    merge: () => primary && { ...said, primaryNumber: primary.number, primary },
    'withdrawal-callback': () => ({ pressured: false }),
  };
  return (make[command] ?? (() => said))();
}
