import type { Actor, OrderFacts } from '../facts';
import { sightOf } from '../permission';
import { RuleBroken } from '../rule-broken';
import { type Command, commands, hasNext, nextState } from '../state';
import { assist, assistArbitrate, assistDrop, assistReply } from './assist';
import { districtCallback, evaluate, unitCallback, withdrawalCallback } from './callback';
import { classify, contact } from './contact';
import { delegate, delegateReturn, recall } from './delegate';
import { accept, appeal, decline, declineConsent, dispatch, returnOrder } from './dispatch';
import { explain, extend, extendDecide, requestSupplement } from './explain';
import { merge, unmerge } from './merge';
import { resolve } from './resolve';
import type { Change, Env, Rule } from './rule';
import { close, coordinate, escalate, excuse, reopen, supervise, transfer } from './supervision';
import { note, supplement, urge, withdraw } from './talk';

/** Commands on an order that exists: all but `submit` and `register`. */
export type OrderCommand = Exclude<Command, 'submit' | 'register'>;

const rules = {
  dispatch,
  accept,
  return: returnOrder,
  contact,
  classify,
  assist,
  'assist-reply': assistReply,
  'assist-drop': assistDrop,
  'assist-arbitrate': assistArbitrate,
  delegate,
  'delegate-return': delegateReturn,
  recall,
  explain,
  extend,
  'extend-decide': extendDecide,
  escalate,
  coordinate,
  transfer,
  'request-supplement': requestSupplement,
  resolve,
  decline,
  'decline-consent': declineConsent,
  appeal,
  evaluate,
  'unit-callback': unitCallback,
  'district-callback': districtCallback,
  supervise,
  excuse,
  reopen,
  close,
  urge,
  supplement,
  note,
  merge,
  unmerge,
  withdraw,
  'withdrawal-callback': withdrawalCallback,
} satisfies Record<OrderCommand, unknown>;

export type InputOf<C extends OrderCommand> = (typeof rules)[C] extends Rule<infer Input> ? Input : never;

/** Throws unless this actor may do this now, whatever the input: 404, then 403, then state and guards (spec 6). */
export function requireMay(command: OrderCommand, facts: OrderFacts, env: Env): void {
  const rule = rules[command];
  const sight = sightOf(facts, env.actor, env.units);
  if (sight === 'none') throw new RuleBroken('order.not-found', {}, 404);
  if (sight !== 'full' || !rule.may(facts, env)) throw new RuleBroken('order.forbidden', { command }, 403);
  nextState(facts.state, command, facts.stateBeforeMerge ?? undefined);
  if ('guard' in rule) rule.guard?.(facts, env);
}

/** Does one command to one order, or throws `RuleBroken`; nothing is touched but the value returned. */
export function runCommand<C extends OrderCommand>(
  command: C,
  facts: OrderFacts,
  input: InputOf<C>,
  env: Env,
): Change {
  requireMay(command, facts, env);
  const rule = rules[command] as Rule<InputOf<C>>;
  return rule.run(facts, input, env);
}

/** Whether `requireMay` lets it pass. Lists ask this of every order, so that common refusals make no error first. */
export function mayRun(command: OrderCommand, facts: OrderFacts, env: Env): boolean {
  if (!hasNext(facts.state, command, facts.stateBeforeMerge ?? undefined)) return false;
  if (!rules[command].may(facts, env)) return false;
  try {
    requireMay(command, facts, env);
    return true;
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return false;
    throw refusal;
  }
}

/** What the screen offers, and the server allows: the same answer for both (spec 6). */
export const allowedCommands = (facts: OrderFacts, actor: Actor, env: Env): OrderCommand[] =>
  commands
    .filter((command): command is OrderCommand => command !== 'submit' && command !== 'register')
    .filter((command) => mayRun(command, facts, { ...env, actor }));
