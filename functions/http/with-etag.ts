import { createHash } from 'node:crypto';
import type { Context as HonoContext } from 'hono';

/** The body with a tag of its content; who holds the same one already gets 304 and no body. */
export function withEtag(c: HonoContext, body: object): Response {
  const text = JSON.stringify(body);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = { etag: tag, 'cache-control': 'private, no-cache' };
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers);
  return c.body(text, 200, { ...headers, 'content-type': 'application/json; charset=UTF-8' });
}
