import type { TestWorld } from '../../functions/testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../../functions/testing/people';
import { dayMs } from '../../shared/sla/instant';
import type { Seen } from './bodies';
import { unitIds } from './people';

type Body = Record<string, unknown>;
type Step = [who: string, command: string, body?: Body];
interface Story {
  /** How it came in: with a matter that routes itself, without, or over the hall's counter. */
  begun: 'routed' | 'undecided' | 'on-the-spot' | 'own' | 'at-hall';
  steps: Step[];
  /** Working days ago, so that the clocks have run out since. */
  daysAgo?: number;
}

const reason = '因为需要';
const toOffice: Step = ['paidan', 'dispatch', { unitId: unitIds.office, reason }];
const toCentre: Step = ['paidan', 'dispatch', { unitId: unitIds.centre, reason }];
const toLabour: Step = ['paidan', 'dispatch', { unitId: unitIds.labour, reason }];
const accept: Step = ['renshe1', 'accept'];
const returned: Step = ['renshe1', 'return', { reason }];
const reply = { found: '已经查明', done: '已经办好', rule: '有关规定', result: 'solved', cause: 'other' };
const resolve: Step = ['renshe1', 'resolve', { ...reply, contact: { means: 'phone' } }];
const handling = [accept];
const resolved = [accept, resolve];
const called = (result: string): Step => ['renshe2', 'unit-callback', { result, satisfaction: 4 }];
const district = (result: string): Step => ['paidan', 'district-callback', { result }];
const demand: Step = ['duban', 'supervise', { reason, demand: '重新办理' }];
const close: Step = ['paidan', 'close', { reason }];
const decline: Step = ['paidan', 'decline', { basis: '有关规定', explanation: '不在范围' }];
const appeal: Step = ['reporter', 'appeal', { reason }];
const assist: Step = [
  'renshe1',
  'assist',
  { unitId: unitIds.medical, request: '请协助', dueOn: '2026-11-19' },
];
const refuse: Step = ['yibao1', 'assist-reply', { assistId: 'the assist', declineReason: reason }];
const extend: Step = ['renshe1', 'extend', { reason, days: 2 }];
const granted: Step = ['paidan', 'extend-decide', { extensionId: 'the extension', granted: true, reason }];
const under: Step = ['paidan', 'merge', { primaryNumber: 'the primary', reason }];

/** Orders in every state of spec 2, each reached by commands alone; between them every command can be taken. */
export const stories: Record<string, Story> = {
  'waits for the dispatcher': { begun: 'undecided', steps: [] },
  'waits, appealed': { begun: 'undecided', steps: [decline, appeal] },
  'waits, appealed, consent given': {
    begun: 'undecided',
    steps: [decline, appeal, ['duban', 'decline-consent', { reason }]],
  },
  'sent to the department': { begun: 'routed', steps: [] },
  'sent for good after two returns': { begun: 'routed', steps: [returned, toLabour, returned, toLabour] },
  'sent after an appeal': { begun: 'undecided', steps: [decline, appeal, toLabour] },
  'sent to the office below': { begun: 'undecided', steps: [toOffice] },
  'came in at the hall': { begun: 'at-hall', steps: [] },
  'at work': { begun: 'routed', steps: handling },
  'at work in the office below': { begun: 'undecided', steps: [toOffice, ['office', 'accept']] },
  'at work in the district centre': { begun: 'undecided', steps: [toCentre, ['centre', 'accept']] },
  'at work, assist open': { begun: 'routed', steps: [accept, assist] },
  'at work, assist refused': { begun: 'routed', steps: [accept, assist, refuse] },
  'at work, handed down': {
    begun: 'routed',
    steps: [accept, ['renshe1', 'delegate', { unitId: unitIds.office, request: '请办理' }]],
  },
  'at work, longer asked for again': { begun: 'routed', steps: [accept, extend, granted, extend] },
  'at work, the district centre asks for longer': {
    begun: 'undecided',
    steps: [toCentre, ['centre', 'accept'], ['centre', 'extend', { reason, days: 2 }]],
  },
  'at work, escalated': { begun: 'routed', steps: [accept, ['renshe1', 'escalate', { reason }]] },
  'at work, all clocks red, longer never decided': { begun: 'routed', steps: [accept, extend], daysAgo: 14 },
  'at work, red, no class left to choose': {
    begun: 'routed',
    steps: [accept, ['renshe1', 'classify', { complexity: 'complex' }]],
    daysAgo: 14,
  },
  'put right after a demand': { begun: 'routed', steps: [...resolved, demand] },
  resolved: { begun: 'routed', steps: resolved },
  'resolved, unit called: solved': { begun: 'routed', steps: [...resolved, called('solved')] },
  'resolved, unit called: not solved': { begun: 'routed', steps: [...resolved, called('unsolved')] },
  'resolved, district found it unsolved': { begun: 'routed', steps: [...resolved, district('unresolved')] },
  'resolved on the spot at the hall': { begun: 'on-the-spot', steps: [] },
  'resolved by the district centre': {
    begun: 'undecided',
    steps: [toCentre, ['centre', 'accept'], ['centre', 'resolve', { ...reply, contact: { means: 'phone' } }]],
  },
  'closed, still to be named': {
    begun: 'routed',
    steps: [
      ...resolved,
      district('unresolved'),
      demand,
      resolve,
      called('solved'),
      district('confirmed'),
      close,
    ],
  },
  'closed and erased': { begun: 'routed', steps: [...resolved, called('solved'), close, ['owner', 'erase']] },
  declined: { begun: 'undecided', steps: [decline] },
  'withdrawn at work': { begun: 'routed', steps: [accept, ['reporter', 'withdraw', { reason }]] },
  'put under another': { begun: 'routed', steps: [under] },
  'put under another that is resolved': {
    begun: 'routed',
    steps: [under, ['the primary', 'resolve', reply]],
  },
  'has another under it': { begun: 'routed', steps: [accept, ['another', 'merge']] },
};

export interface Prepared {
  title: string;
  number: string;
  /** The order as the district sees it. */
  seen: Seen;
}

interface Cast {
  world: TestWorld;
  callers: Record<string, Caller>;
  matter: string;
}

async function must(caller: Caller | undefined, method: string, path: string, body?: unknown): Promise<Body> {
  const answer = await caller?.call(method, path, body);
  if (!answer || answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
  return answer.body;
}

async function begin({ callers, matter }: Cast, begun: Story['begun']): Promise<string> {
  if (begun === 'routed' || begun === 'undecided') {
    const report = aReport({}, begun === 'routed' ? { matterId: matter } : {});
    return String((await must(callers.reporter, 'POST', '/orders', report)).number);
  }
  const { reporter: who, report } = aReport();
  const outcome = begun === 'at-hall' ? 'route' : begun;
  const spot = begun === 'on-the-spot' ? { reply: '当场办好了', cause: 'other' } : {};
  const body = { channel: 'window', reporter: who, report, outcome, ...spot };
  return String((await must(callers.chuangkou, 'POST', '/desk/orders', body)).number);
}

async function erase({ world }: Cast, number: string): Promise<void> {
  await world.owner.query('update "order" set order_key = null, sealed = \'\' where number = $1', [number]);
}

async function step(cast: Cast, number: string, [who, command, body = {}]: Step): Promise<void> {
  const { callers } = cast;
  if (who === 'owner') return erase(cast, number);
  const view = await must(callers.paidan, 'GET', `/orders/${number}`);
  const run = async (caller: Caller | undefined, on: string, name: string, input: Body) => {
    const { version } = await must(callers.paidan, 'GET', `/orders/${on}`);
    const bare = ['appeal', 'evaluate', 'unit-callback', 'district-callback', 'assist-reply'].includes(name);
    await must(caller, 'POST', `/orders/${on}/${name}`, bare ? input : { version, ...input });
  };
  if (who === 'another') {
    const other = await begin(cast, 'routed');
    return run(callers.paidan, other, 'merge', { primaryNumber: number, reason });
  }
  if (command === 'merge') {
    const primary = await begin(cast, 'routed');
    return run(callers.paidan, number, 'merge', { ...body, primaryNumber: primary });
  }
  if (who === 'the primary') {
    const primary = String(view.primaryNumber);
    await run(callers.renshe1, primary, 'accept', {});
    return run(callers.renshe1, primary, 'resolve', { ...body, contact: { means: 'phone' } });
  }
  const last = (list: unknown) => (list as { id: string }[]).at(-1)?.id;
  const named = {
    ...body,
    ...(body.assistId ? { assistId: last(view.assists) } : {}),
    ...(body.extensionId ? { extensionId: last(view.extensions) } : {}),
  };
  return run(callers[who], number, command, named);
}

/** One more open order of each lead: what an order of the same lead may be put under. */
const partnerStories: Pick<Story, 'begun' | 'steps'>[] = [
  { begun: 'routed', steps: [accept] },
  { begun: 'undecided', steps: [toOffice, ['office', 'accept']] },
  { begun: 'own', steps: [] },
  { begun: 'undecided', steps: [toCentre, ['centre', 'accept']] },
];

/** Prepares one order for each story, and leaves the clock where it stood. */
export async function prepareOrders(world: TestWorld): Promise<{ orders: Prepared[]; partners: string[] }> {
  const names = ['paidan', 'duban', 'renshe1', 'renshe2', 'yibao1', 'chuangkou'];
  const callers: Record<string, Caller> = { reporter: await reporter(world, '13800000001') };
  for (const name of names) callers[name] = await staff(world, name);
  callers.office = await staff(world, 'danwei3-1');
  callers.centre = await staff(world, 'danwei1-1');
  const cast = { world, callers, matter: await matterId(world, '社会保险登记') };
  const prepared: Prepared[] = [];
  const today = world.now.at;
  const byAge = Object.entries(stories).sort(([, a], [, b]) => (b.daysAgo ?? 0) - (a.daysAgo ?? 0));
  for (const [title, { begun, steps, daysAgo = 0 }] of byAge) {
    world.now.at = today - daysAgo * dayMs;
    const number = await begin(cast, begun);
    for (const each of steps)
      await step(cast, number, each).catch((error) => {
        throw new Error(`${title}: ${error}`);
      });
    prepared.push({
      title,
      number,
      seen: { version: 0, state: 'submitted', lead: null, assists: [], extensions: [] },
    });
  }
  world.now.at = today;
  const partners: string[] = [];
  for (const { begun, steps } of partnerStories) {
    const number = await begin(cast, begun);
    for (const each of steps) await step(cast, number, each);
    partners.push(number);
  }
  for (const each of prepared)
    each.seen = (await must(callers.paidan, 'GET', `/orders/${each.number}`)) as unknown as Seen;
  return { orders: prepared, partners };
}
