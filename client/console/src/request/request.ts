import { isAttended } from './attention';

/** Told to the window when the session has ended, or something must be done before all else. */
export const sessionChanged = 'window-session-changed';
const firstSteps = new Set(['password.change-first', 'totp.set-up-first']);

/** An answer of the server that says no: what happened, and which fields are meant. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: { path: string; message: string }[] = [],
    /** Whatever else the answer names. */
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

async function read(answer: Response): Promise<unknown> {
  if (answer.status === 204) return null;
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (answer.ok) return body;
  if (answer.status === 401 || firstSteps.has(String(body.code)))
    window.dispatchEvent(new Event(sessionChanged));
  const errors = Array.isArray(body.errors) ? (body.errors as { path: string; message: string }[]) : [];
  throw new Refused(
    answer.status,
    String(body.code ?? ''),
    String(body.title ?? '连接不上，请稍后再试。'),
    errors,
    body,
  );
}

/** One call to the API by the session's cookie; throws `Refused` with a sentence for people. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = {
    'x-requested-with': 'console',
    'x-attended': isAttended() ? 'yes' : 'no',
  };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    headers['idempotency-key'] = crypto.randomUUID();
  }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`/api${path}`, { method, headers, ...sent }).catch(() => {
    throw new Refused(0, 'offline', '网络不通，请检查后再试。');
  });
  return (await read(answer)) as T;
}

/** Sends a file as it is, read by the server by its content; throws `Refused` with a sentence for people. */
export async function sendFile<T>(path: string, file: Blob): Promise<T> {
  const headers = {
    'x-requested-with': 'console',
    'x-attended': 'yes',
    'content-type': 'application/octet-stream',
  };
  const answer = await fetch(`/api${path}`, { method: 'POST', headers, body: file }).catch(() => {
    throw new Refused(0, 'offline', '网络不通，请检查后再试。');
  });
  return (await read(answer)) as T;
}
