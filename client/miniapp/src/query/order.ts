import type { SubmitInput } from '../../../../shared/order/contract/intake';
import type { OrderCard, OrderView, Receipt } from '../../../../shared/order/view';
import { ask } from '../request/ask';
import { asProblem } from '../request/problem';
import { forgetOrderToken, keepOrderToken, readSession, tokenFor } from '../setting/session';
import { useAsk } from './use-ask';

export type Filter = 'open' | 'done' | 'all';
export interface OrderPage {
  items: OrderCard[];
  next: string | null;
}
export interface SimilarOrder {
  number: string;
  matter: string | null;
  state: string;
  submittedAt: string;
  why: string;
}

const accountToken = () => readSession()?.token ?? null;

export const listOrders = (filter: Filter, cursor?: string) =>
  ask<OrderPage>({
    path: `/my/orders?state=${filter}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    token: accountToken(),
  });

export const useOrders = (filter: Filter | null) => useAsk(filter, () => listOrders(filter ?? 'all'));

/** One order, asked again when another token opens it, such as after signing in. */
export const useOrder = (number: string) =>
  useAsk(number ? `${number} ${tokenFor(number) ?? ''}` : null, () => readOrder(number));

/** A kept token of this one order may be used up: then the account's opens it. */
async function readOrder(number: string): Promise<OrderView> {
  const path = `/orders/${number}`;
  const token = tokenFor(number);
  try {
    return await ask<OrderView>({ path, token });
  } catch (failure) {
    if (asProblem(failure).status !== 401 || !token || token === accountToken()) throw failure;
    forgetOrderToken(number);
    return ask<OrderView>({ path, token: accountToken() });
  }
}

/** Hands the report in. The same key and input give the same order, however often it is sent. */
export async function submitReport(input: SubmitInput, key: string): Promise<Receipt> {
  const receipt = await ask<Receipt>({
    method: 'POST',
    path: '/orders',
    body: input,
    key,
    token: accountToken(),
  });
  if (receipt.token) keepOrderToken(receipt.number, receipt.token);
  return receipt;
}

/** Own open reports that this one resembles; none when not signed in. */
export async function findSimilar(story: string, matterId?: string): Promise<SimilarOrder[]> {
  const token = accountToken();
  if (!token) return [];
  const { items } = await ask<{ items: SimilarOrder[] }>({
    method: 'POST',
    path: '/orders/similar',
    body: { story, matterId },
    token,
  });
  return items;
}

export type ReporterCommand = 'urge' | 'supplement' | 'withdraw' | 'appeal' | 'evaluate';

export const commandOrder = (number: string, command: ReporterCommand, body: object, key: string) =>
  ask<OrderView>({
    method: 'POST',
    path: `/orders/${number}/${command}`,
    body,
    token: tokenFor(number),
    key,
  });

/** Opens one order without an account. */
export async function lookUp(number: string, queryCode: string): Promise<string> {
  const answer = await ask<{ token: string; number: string }>({
    method: 'POST',
    path: '/lookups',
    body: { number, queryCode },
  });
  keepOrderToken(answer.number, answer.token);
  return answer.number;
}

/** Puts an order into the signed-in account, by the same number and code. */
export const joinAccount = (number: string, queryCode: string) =>
  ask<null>({
    method: 'POST',
    path: '/reporter/orders',
    body: { number, queryCode },
    token: accountToken(),
  });

/** Opens the order of a message's one-time link. */
export async function openLink(token: string): Promise<string> {
  const answer = await ask<{ token: string; number: string }>({
    method: 'POST',
    path: '/links',
    body: { token },
  });
  keepOrderToken(answer.number, answer.token);
  return answer.number;
}
