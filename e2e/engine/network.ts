import type { Answered, Asking } from './wire';

/** Where the built package believes its server to be (client/miniapp/config). */
export const builtFor = 'http://127.0.0.1:3000';

/** Sends what the package asks to the running server; null when nobody answers, as on a phone without a network. */
export async function ask(base: string, { url, method, headers, body }: Asking): Promise<Answered | null> {
  const sent = body && ('text' in body ? body.text : Buffer.from(body.base64, 'base64'));
  try {
    const answer = await fetch(url.replace(builtFor, base), {
      method,
      headers,
      ...(sent === null || method === 'GET' ? {} : { body: sent }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      base64: Buffer.from(await answer.arrayBuffer()).toString('base64'),
    };
  } catch {
    return null;
  }
}
