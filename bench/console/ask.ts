import type { Caller } from '../../functions/testing/people';

const send = (caller: Caller, wanted: string) => {
  const [, method = 'GET', path = wanted, body] = wanted.match(/^(POST) (\S+) (.*)$/) ?? [];
  return caller.call(method, path, body ? JSON.parse(body) : undefined);
};

/** A call as it is written in a case: an address to get, or "POST address body"; throws unless it is answered. */
export async function ask(caller: Caller, wanted: string): Promise<Record<string, unknown>> {
  const { status, body } = await send(caller, wanted);
  if (status !== 200) throw new Error(`${wanted}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Whether this member of staff may ask for it. */
export const isOpen = async (caller: Caller, wanted: string): Promise<boolean> =>
  (await send(caller, wanted)).status === 200;
