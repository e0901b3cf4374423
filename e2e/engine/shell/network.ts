import type { Answered } from '../wire';
import { base64Of, bytesOf } from './files';
import { host } from './host';

interface Sending {
  url: string;
  method?: string;
  headers: Record<string, string>;
  data?: unknown;
}

const bodyOf = async (data: unknown) => {
  if (data === undefined || data === null) return null;
  if (data instanceof ArrayBuffer) return { base64: await base64Of(data) };
  return { text: typeof data === 'string' ? data : JSON.stringify(data) };
};

/** Names of headers know no case; without a type a body is JSON. */
export const headersOf = (given: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value])),
});

/** A request over the phone's own network: no page's origin, no cookies. Throws where nobody answered. */
export async function send({ url, method = 'GET', headers, data }: Sending): Promise<Answered> {
  const answer = await host.hostRequest({ url, method, headers, body: await bodyOf(data) });
  if (!answer) throw new Error('request:fail');
  return answer;
}

/** What the caller asked the answer to be read as. */
export function readAs(answer: Answered, dataType: string | undefined, responseType?: string): unknown {
  const bytes = bytesOf(answer.base64);
  if (responseType === 'arraybuffer' || dataType === 'arraybuffer') return bytes.buffer;
  const text = new TextDecoder().decode(bytes);
  if (dataType !== undefined && dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
