import type { CustomFetch } from 'openid-client';
import { call } from '../../provider/call';
import { ProviderError } from '../../provider/provider-error';

/** Lets openid-client speak through `call`: one deadline, a bounded answer, no redirects. */
export function callAsFetch(settings: { timeoutMs?: number; ca?: string }): CustomFetch {
  return async (url, options) => {
    const { status, headers, text } = await call({
      url,
      method: options.method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(new Headers(options.headers)),
      body: options.body ? String(options.body) : undefined,
      timeoutMs: settings.timeoutMs,
      ca: settings.ca,
    });
    if (status >= 500) throw statusUnavailable(status);
    const type = headers['content-type'];
    const emptied = status === 204 || status === 304;
    return new Response(emptied ? null : text, { status, headers: type ? { 'content-type': type } : {} });
  };
}

const statusUnavailable = (status: number) =>
  new ProviderError('unavailable', { providerCode: `http_${status}` });
