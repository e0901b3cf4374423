import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HonoContext } from 'hono';
import type { AppEnv } from './problem';

const here = /^(127\.|::1$|::ffff:127\.)/;

/** Who knocked at this server itself: by its socket, or by what the cloud's gateway says of it. */
function peerOf(c: HonoContext<AppEnv>): string {
  const gateway = (c.env as { requestContext?: { http?: { sourceIp?: string } } } | undefined)
    ?.requestContext;
  if (gateway) return gateway.http?.sourceIp ?? 'unknown';
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/**
 * The caller's address, for limits and, of staff alone, for the ledger (spec 8); in no log. Behind reverse proxies it is the one the outermost of them
 * saw (`PROXIES` says how many there are; one on this very machine is known by itself). What stands further out in
 * `x-forwarded-for` the caller may have written: it is not believed.
 */
export function addressOf(c: HonoContext<AppEnv>): string {
  const peer = peerOf(c);
  const proxies = c.get('deps').proxies ?? (here.test(peer) ? 1 : 0);
  const told = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const way = told.filter((part) => part !== '');
  if (way.at(-1) !== peer) way.push(peer);
  return way.at(-1 - proxies) ?? way[0] ?? peer;
}
