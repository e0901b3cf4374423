import { sql } from 'drizzle-orm';
import { createApp } from '../../functions/http/app';
import type { TestWorld } from '../../functions/testing/database';
import { allCommands, bodiesOf } from './bodies';
import type { Person } from './people';
import type { Prepared } from './prepared-orders';

class Undone extends Error {}

/** One more server on the same world, whose every answer is real and whose every effect is taken back. */
export function openRehearsal(world: TestWorld) {
  const deps = { ...world.deps };
  const app = createApp(deps, { requestsPerMinute: 1_000_000 });
  const call = async (cookie: string, path: string, body?: unknown) => {
    const answer = await app.request(`/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, 'x-requested-with': 'console', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { code, commands } = (await answer.json()) as { code?: string; commands?: string[] };
    return { status: answer.status, code: code ?? '', named: commands ?? [] };
  };
  const rehearse = (work: (undo: () => Promise<unknown>) => Promise<void>) =>
    world.deps.db
      .transaction(async (tx) => {
        deps.db = tx;
        await tx.execute(sql`savepoint untouched`);
        await work(() => tx.execute(sql`rollback to savepoint untouched`));
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
  return { call, rehearse };
}
type Rehearsal = ReturnType<typeof openRehearsal>;

export interface Tried {
  /** The order may be seen. */
  visible: boolean;
  /** How many commands were sent. */
  sent: number;
  /** Commands that this person really did to this order with one body or another. */
  done: string[];
  /** Refusals that name neither sight, nor right, nor state: a command that no input can satisfy. */
  odd: string[];
}

/**
 * Sends commands with every plausible body as this person; what the API did is done and taken back. Every command that
 * the order's page names to this person is sent, and of those it does not name the half whose turn it is; an order that
 * may not be seen answers 404 to all, and a few are sent. So over the orders each person tries each command.
 */
export async function askApi(
  { call, rehearse }: Rehearsal,
  { cookie }: Person,
  { number, seen }: Prepared,
  partners: string[],
  turn: number,
): Promise<Tried> {
  const page = await call(cookie, `/orders/${number}`);
  const visible = page.status === 200;
  const every = visible ? 2 : 8;
  const commands = allCommands.filter(
    (command, at) => page.named.includes(command) || at % every === turn % every,
  );
  const tried: Tried = { visible, sent: commands.length, done: [], odd: [] };
  await rehearse(async (undo) => {
    for (const command of commands) {
      const refusals: { status: number; code: string }[] = [];
      for (const body of bodiesOf(command, seen, partners)) {
        const answer = await call(cookie, `/orders/${number}/${command}`, body);
        if (answer.status < 300) {
          await undo();
          tried.done.push(command);
          break;
        }
        refusals.push(answer);
        if ([403, 404].includes(answer.status) && command !== 'merge') break;
      }
      const ruled = refusals.every(({ status }) => [403, 404, 409].includes(status));
      if (!ruled && !tried.done.includes(command))
        tried.odd.push(...refusals.map(({ status, code }) => `${command} ${status} ${code}`));
    }
  });
  return tried;
}
