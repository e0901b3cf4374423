import type { PhoneDetail } from '../element/press';
import { proveByPlatform } from '../platform/sign-in';
import type { SubscribeAnswer } from '../platform/subscribe';
import { ask } from '../request/ask';
import {
  endSession,
  forgetOrderTokens,
  type Reporter,
  readSession,
  type Session,
  startSession,
} from '../setting/session';
import { visit } from '../setting/visit';

const token = () => readSession()?.token;

/** Sends a sign-in code by SMS. */
export const sendCode = (phone: string) =>
  ask<null>({ method: 'POST', path: '/reporter/sms-codes', body: { phone } });

/** Proves a phone by its code: ties it to the account that a host app opened, or signs in with it. */
export async function provePhone(phone: string, code: string): Promise<void> {
  const session = readSession();
  if (!session || session.reporter.phone) return void (await signInByCode(phone, code));
  const reporter = await ask<Reporter>({
    method: 'POST',
    path: '/reporter/phone',
    body: { phone, code },
    token: session.token,
  });
  startSession({ ...session, reporter });
}

async function signInByCode(phone: string, code: string): Promise<Session> {
  const session = await ask<Session>({
    method: 'POST',
    path: '/reporter/sessions',
    body: { phone, code },
  });
  startSession(session);
  return session;
}

/** Signs in with what the channel proves: the platform's code or a host's ticket. Null where it proves nothing. */
export async function signInByChannel(): Promise<Session | null> {
  const proof = visit.ticket ? { path: 'ticket', body: { ticket: visit.ticket } } : await platformProof();
  if (!proof) return null;
  const session = await ask<Session>({
    method: 'POST',
    path: `/reporter/sessions/${proof.path}`,
    body: proof.body,
  });
  startSession(session);
  return session;
}

async function platformProof() {
  const proof = await proveByPlatform();
  return proof && { path: proof.path, body: { code: proof.code } };
}

/** Ties the phone number that the platform handed over to the account. */
export async function tiePhone(detail: PhoneDetail): Promise<Reporter> {
  const answer = await ask<Reporter | { reporter: Reporter }>({
    method: 'POST',
    path: '/reporter/phone',
    body: detail,
    token: token(),
  });
  const reporter = 'reporter' in answer ? answer.reporter : answer;
  const session = readSession();
  if (session) startSession({ ...session, reporter });
  return reporter;
}

/** Leaves the account; this device forgets it even when the server is not reached. */
export async function signOut(): Promise<void> {
  await ask<null>({ method: 'DELETE', path: '/reporter/sessions', token: token() }).catch(() => null);
  endSession();
  forgetOrderTokens();
}

/** Leaves the account on every device; refused when the server is not reached. */
export async function signOutEverywhere(): Promise<void> {
  await ask<null>({ method: 'DELETE', path: '/reporter/sessions/all', token: token() });
  endSession();
  forgetOrderTokens();
}

export const exportData = () => ask<unknown>({ path: '/reporter/export', token: token() });

/** Has ended reports erased; once none is open the account goes too, and this device forgets it. */
export async function askErasure(): Promise<void> {
  const { account } = await ask<{ account: boolean }>({
    method: 'POST',
    path: '/reporter/erasure',
    body: {},
    token: token(),
  });
  if (!account) return;
  endSession();
  forgetOrderTokens();
}

export const tellSubscriptions = (templates: SubscribeAnswer) =>
  ask<null>({ method: 'POST', path: '/my/subscriptions', body: { templates }, token: token() });
