import Taro from '@tarojs/taro';
import { visit } from '../setting/visit';
import { Problem, problemOf } from './problem';

export interface Question {
  method?: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: unknown;
  token?: string | null;
  /** Makes a repeated question give the same answer. */
  key?: string;
}

const pauses = [700, 1800];
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks the server. Reads and keyed questions are repeated over a bad network. Throws Problem. */
export async function ask<T>(question: Question): Promise<T> {
  const repeatable = (question.method ?? 'GET') === 'GET' || question.key !== undefined;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await askOnce<T>(question);
    } catch (failure) {
      const wait = pauses[attempt];
      if (!repeatable || wait === undefined || !passing(failure)) throw failure;
      await pause(wait);
    }
  }
}

const passing = (failure: unknown) =>
  failure instanceof Problem && [0, 502, 503, 504].includes(failure.status);

async function askOnce<T>({ method = 'GET', path, body, token, key }: Question): Promise<T> {
  const header: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) header['content-type'] = 'application/json';
  if (token) header.authorization = `Bearer ${token}`;
  if (key) header['idempotency-key'] = key;
  if (visit.deviceKey) header['x-device-key'] = visit.deviceKey;
  const answer = await Taro.request({
    url: `${API_BASE}${path}`,
    method,
    header,
    data: body === undefined ? undefined : JSON.stringify(body),
    dataType: 'text',
    responseType: 'text',
    timeout: 20_000,
  }).catch(refusalOf);
  const said = parse(answer.data);
  if (answer.statusCode >= 200 && answer.statusCode < 300) return said as T;
  throw problemOf(answer.statusCode, said);
}

/** Alipay tells of a refusal as of a failure, with the same parts; without them nobody answered. */
function refusalOf(failure: { status?: number; data?: unknown } | undefined) {
  if (!failure?.status || failure.status < 300) throw new Problem(0, 'network', '');
  return { statusCode: failure.status, data: failure.data };
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
