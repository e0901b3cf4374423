import { commandInputs } from '../../shared/order/contract/command-input';
import type { State } from '../../shared/order/state';
import { unitIds } from './people';

type Body = Record<string, unknown>;
export interface Seen {
  version: number;
  state: State;
  lead: { name: string } | null;
  assists: { id: string; state: string }[];
  extensions: { id: string; state: string }[];
}

const reason = '因为需要';
const tomorrow = '2026-11-19';
const each = (field: string, values: unknown[], rest: Body = {}): Body[] =>
  values.map((value) => ({ [field]: value, ...rest }));
const bare = [
  'assist-reply',
  'appeal',
  'evaluate',
  'unit-callback',
  'district-callback',
  'urge',
  'supplement',
  'note',
  'withdrawal-callback',
];

/** What a person could send: of every command each choice that its form has, on the order as it stands. */
export function bodiesOf(command: string, order: Seen, primaries: string[]): Body[] {
  const assists = order.assists.map(({ id }) => id);
  const bodies: Record<string, Body[]> = {
    dispatch: each('unitId', [unitIds.labour, unitIds.medical], { reason }),
    return: [{ reason }],
    contact: [{ result: 'reached', means: 'phone' }],
    classify: each('complexity', ['simple', 'ordinary', 'complex'], { reason }),
    assist: each('unitId', [unitIds.medical, unitIds.hall], { request: '请协助', dueOn: tomorrow }),
    'assist-reply': each('assistId', assists, { reply: '已经核对' }),
    'assist-drop': each('assistId', assists, { reason }),
    'assist-arbitrate': each('assistId', assists, { decision: 'release', reason }),
    delegate: each('unitId', [unitIds.office, unitIds.subcentre], { request: '请办理' }),
    'delegate-return': [{ reason }],
    recall: [{ reason }],
    explain: [{ reason, plan: '分步办理', nextReportOn: tomorrow }],
    extend: [{ reason, days: 2 }],
    'extend-decide': each(
      'extensionId',
      order.extensions.map(({ id }) => id),
      { granted: true, reason },
    ),
    escalate: [{ reason }],
    coordinate: [{ decision: '两家会商', assists: [] }],
    transfer: each('unitId', [unitIds.labour, unitIds.medical], { reason }),
    'request-supplement': [{ missing: '身份证正面' }],
    resolve: [
      {
        found: '已经查明',
        done: '已经办好',
        rule: '有关规定',
        result: 'solved',
        cause: 'other',
        contact: { means: 'phone' },
      },
    ],
    decline: [{ basis: '有关规定', explanation: '不在范围' }],
    'decline-consent': [{ reason }],
    appeal: [{ reason }],
    evaluate: [{ solved: true, satisfaction: 5 }],
    'unit-callback': [{ result: 'solved' }],
    'district-callback': [{ result: 'confirmed' }],
    supervise: [{ reason, demand: '重新办理' }],
    excuse: [{ reason }],
    reopen: [{ reason }],
    close: [{ reason }],
    urge: [{}],
    supplement: [{ text: '补充一句' }],
    note: [{ text: '备注一句' }],
    merge: each('primaryNumber', primaries, { reason }),
    unmerge: [{ reason }],
    withdraw: [{ reason }],
    'withdrawal-callback': [{ pressured: false }],
    accept: [{}],
  };
  const nobody = '00000000-0000-4000-8000-000000000000';
  const stand: Record<string, Body> = {
    'assist-reply': { assistId: nobody, reply: '已经核对' },
    'assist-drop': { assistId: nobody, reason },
    'assist-arbitrate': { assistId: nobody, decision: 'release', reason },
    'extend-decide': { extensionId: nobody, granted: true, reason },
  };
  const given = bodies[command] ?? [];
  const filled = given.length > 0 ? given : [stand[command] ?? {}];
  return filled.map((body) => (bare.includes(command) ? body : { version: order.version, ...body }));
}

export const allCommands = Object.keys(commandInputs);
