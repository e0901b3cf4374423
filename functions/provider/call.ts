import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type * as z from 'zod';
import { networkError } from './network-error';
import { ProviderError } from './provider-error';

export interface Call {
  url: string | URL;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Objects go out as JSON. */
  body?: string | object;
  /** For the whole exchange, from the name look-up to the last byte; 8 s unless told. */
  timeoutMs?: number;
  /** 256 KiB unless told. */
  maxAnswerBytes?: number;
  /** Only the status counts: the answer's body is not waited for. */
  statusOnly?: boolean;
  /** Connects to addresses this names and to no other, on a fresh connection. */
  lookup?: LookupFunction;
  /** Trusted instead of the usual authorities, e.g. the own authority of a government network (PEM). */
  ca?: string;
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** Sends one request and brings the answer of any status; redirects are never followed. Throws ProviderError. */
export async function call(options: Call): Promise<Answer> {
  const url = addressOf(options.url);
  const payload = payloadOf(options.body);
  const deadline = AbortSignal.timeout(options.timeoutMs ?? 8000);
  try {
    const answer = await exchange(url, options, payload, deadline);
    if (options.statusOnly) {
      answer.destroy();
      return { status: answer.statusCode ?? 0, headers: answer.headers, text: '' };
    }
    const text = await readAnswer(answer, options.maxAnswerBytes ?? 256 * 1024);
    return { status: answer.statusCode ?? 0, headers: answer.headers, text };
  } catch (problem) {
    throw deadline.aborted ? new ProviderError('timeout') : networkError(problem);
  }
}

/** Like `call`, for an answer of status 200 that is JSON of this shape; anything else is a ProviderError. */
export async function callJson<T>(options: Call, shape: z.ZodType<T>): Promise<T> {
  const answer = await call(options);
  const failed = statusError(answer);
  if (failed) throw failed;
  return parseAnswer(answer.text, shape);
}

/** Reads JSON of this shape; an answer that is neither is the provider's trouble and worth another try. */
export function parseAnswer<T>(text: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new ProviderError('unavailable', { providerCode: 'unreadable_answer' });
  }
}

/** What a status other than 2xx means; nothing for 2xx. */
export function statusError({
  status,
  headers,
}: Pick<Answer, 'status' | 'headers'>): ProviderError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const providerCode = `http_${status}`;
  const retryAfterMs = retryAfter(headers['retry-after']);
  if (status === 429) return new ProviderError('throttled', { providerCode, retryAfterMs });
  if (status === 408 || status >= 500)
    return new ProviderError('unavailable', { providerCode, retryAfterMs });
  if ([401, 403, 404, 405].includes(status) || status < 400)
    return new ProviderError('misconfigured', { providerCode });
  return new ProviderError('rejected', { providerCode });
}

function retryAfter(header: string | undefined): number | undefined {
  return header && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}

function addressOf(url: string | URL): URL {
  const parsed = URL.canParse(String(url)) ? new URL(String(url)) : undefined;
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed;
  throw new ProviderError('misconfigured', { providerCode: 'bad_url' });
}

function payloadOf(body: Call['body']): { type: string; bytes: Buffer } | undefined {
  if (body === undefined) return undefined;
  if (typeof body === 'string') return { type: 'text/plain; charset=utf-8', bytes: Buffer.from(body) };
  return { type: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(body)) };
}

function exchange(
  url: URL,
  options: Call,
  payload: ReturnType<typeof payloadOf>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const outgoing: ClientRequest = (secure ? httpsRequest : httpRequest)(url, {
      method: options.method ?? (payload ? 'POST' : 'GET'),
      headers: {
        accept: 'application/json',
        ...(payload && { 'content-type': payload.type, 'content-length': String(payload.bytes.length) }),
        ...options.headers,
      },
      signal,
      ...(options.lookup && { lookup: options.lookup, agent: false }),
      ...(options.ca && { ca: options.ca }),
    });
    outgoing.once('response', resolve).once('error', reject).end(payload?.bytes);
  });
}

async function readAnswer(answer: IncomingMessage, limit: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer) {
    size += piece.length;
    if (size > limit) throw new ProviderError('unavailable', { providerCode: 'answer_too_large' });
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
