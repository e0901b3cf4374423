import type { Server } from './stage';
import { staffCommand, staffCookie } from './tour-data';

/** A handler takes an order and resolves it. */
export async function resolved(server: Server, number: string, username: string): Promise<void> {
  const handler = await staffCookie(server, username);
  await staffCommand(server, handler, number, 'accept');
  await staffCommand(server, handler, number, 'resolve', {
    found: '材料清单写得不清楚',
    done: '已当面受理',
    rule: '社会保险登记规定',
    result: 'solved',
    cause: 'unclear-guide',
    contact: { means: 'phone' },
  });
}
