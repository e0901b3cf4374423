import { takeSystemSteps } from '../jobs/take-system-steps';
import type { TestWorld } from './database';
import { aReport, type Caller, matterId, reporter, staff } from './people';

/** Makes reports on social insurance that the labour bureau resolves with a cause. */
export async function labourOrders(world: TestWorld) {
  const matter = await matterId(world, '社会保险登记');
  let owner = await reporter(world, '13800000001');
  const send = async (): Promise<string> => {
    const again = await owner.call('GET', '/reporter/me');
    if (again.status === 401) owner = await reporter(world, '13800000001');
    const { status, body } = await owner.call('POST', '/orders', aReport({}, { matterId: matter }));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return String(body.number);
  };
  const run = async (who: Caller, number: string, command: string, body: object) => {
    const { version } = (await who.call('GET', `/orders/${number}`)).body;
    const done = await who.call('POST', `/orders/${number}/${command}`, { version, ...body });
    if (done.status !== 200) throw new Error(`${command}: ${JSON.stringify(done.body)}`);
  };
  const resolved = async (cause = 'unclear-guide'): Promise<string> => {
    const number = await send();
    const handler = await staff(world, 'renshe1');
    await run(handler, number, 'accept', {});
    await run(handler, number, 'contact', { result: 'reached', means: 'phone' });
    await run(handler, number, 'classify', { complexity: 'simple' });
    await run(handler, number, 'resolve', {
      found: '材料清单写得不清楚',
      done: '已当面受理',
      rule: '社会保险登记规定',
      result: 'solved',
      cause,
    });
    return number;
  };
  /** Called back by another person, found good by the reporter, and so closed. */
  const closed = async (cause?: string): Promise<string> => {
    const number = await resolved(cause);
    const second = await staff(world, 'renshe2');
    await second.call('POST', `/orders/${number}/unit-callback`, { result: 'solved', satisfaction: 5 });
    await owner.call('POST', `/orders/${number}/evaluate`, { solved: true, satisfaction: 5 });
    await takeSystemSteps(world.deps);
    return number;
  };
  return { matter, send, resolved, closed, run };
}
