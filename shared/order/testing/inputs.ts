import { dayOf } from '../../sla/instant';
import { latestAssistDay } from '../command/assist';
import type { InputOf, OrderCommand } from '../command/run';
import type { OrderFacts } from '../facts';
import { aResolve, aSubmitted, calendar, envFor, system, toLabour } from './world';

type Samples = { [C in OrderCommand]: InputOf<C>[] };

/** Plausible inputs for every command on these facts: what a search over the rules tries. */
export function sampleInputs(facts: OrderFacts, now: number): Samples {
  const reason = '因为需要';
  const version = facts.version;
  const env = envFor(system, now);
  const assistDay = latestAssistDay(facts, env);
  const nextDay = calendar.addWorkingDays(dayOf(now), 1);
  const assists = facts.assists.map((each) => each.id);
  const primary = aSubmitted(toLabour, { id: 'order-2', number: 'CM20261118000028' });
  return {
    dispatch: [
      { unitId: 'labour', reason },
      { unitId: 'housing', reason },
    ],
    accept: [{ version }],
    return: [{ version, reason }],
    contact: [
      { version, result: 'reached', means: 'phone' },
      { version, result: 'unreached', means: 'phone' },
    ],
    classify: [
      { version, complexity: 'simple', reason },
      { version, complexity: 'ordinary', reason },
      { version, complexity: 'complex', reason },
    ],
    assist: [{ version, unitId: 'housing', request: '请协助核对', dueOn: assistDay, files: [] }],
    'assist-reply': assists.flatMap((assistId) => [
      { assistId, reply: '已核对', files: [] },
      { assistId, declineReason: reason, files: [] },
    ]),
    'assist-drop': assists.map((assistId) => ({ version, assistId, reason })),
    'assist-arbitrate': assists.flatMap((assistId) => [
      { version, assistId, decision: 'release' as const, reason },
      { version, assistId, decision: 'must-reply' as const, dueOn: assistDay, reason },
    ]),
    delegate: [{ version, unitId: 'labour-town', request: '请办理' }],
    'delegate-return': [{ version, reason }],
    recall: [{ version, reason }],
    explain: [{ version, reason, plan: '分步办理', nextReportOn: nextDay }],
    extend: [{ version, reason, days: 2 }],
    'extend-decide': facts.extensions.flatMap(({ id }) => [
      { version, extensionId: id, granted: true, reason },
      { version, extensionId: id, granted: false, reason },
    ]),
    escalate: [{ version, reason }],
    coordinate: [{ version, decision: '由两家会商', assists: [] }],
    transfer: [{ version, unitId: 'housing', reason }],
    'request-supplement': [{ version, missing: '身份证正面照片' }],
    resolve: [{ ...aResolve, version }],
    decline: [{ version, basis: '依据', explanation: '说明' }],
    'decline-consent': [{ version, reason }],
    appeal: [{ reason, files: [] }],
    evaluate: [
      { solved: true, satisfaction: 5, tags: [], files: [] },
      { solved: false, satisfaction: 1, tags: [], files: [] },
    ],
    'unit-callback': [{ result: 'solved', satisfaction: 4 }, { result: 'unsolved' }, { result: 'unreached' }],
    'district-callback': [
      { result: 'confirmed' },
      { result: 'unresolved' },
      { result: 'misreported' },
      { result: 'unreached' },
    ],
    supervise: [{ version, reason, demand: '重新办理', days: 3 }],
    excuse: [{ version, reason }],
    reopen: [{ version, reason, days: 3 }],
    close: [{ version, reason }],
    urge: [{}],
    supplement: [{ text: '补充一句', files: [] }],
    note: [{ text: '内部记一句', files: [] }],
    merge: [{ version, primaryNumber: primary.number, reason, primary }],
    unmerge: [{ version, reason }],
    withdraw: [{ version, reason }],
    'withdrawal-callback': [{ pressured: false }],
  };
}
