import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { ProviderError } from '../provider-error';

export interface ResolvedAddress {
  address: string;
  family: number;
}

export type Resolve = (host: string) => Promise<ResolvedAddress[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Resolves a host once and returns a look-up that knows only that answer, so that a name which changes between the
 * check and the connection gains nothing. One forbidden address among several refuses the host.
 */
export async function pinnedLookup(
  host: string,
  allowed: (address: string) => boolean,
  resolve: Resolve = systemResolve,
): Promise<LookupFunction> {
  const bare = host.replace(/^\[|\]$/g, '');
  const found = isIP(bare) ? [{ address: bare, family: isIP(bare) }] : await resolve(bare);
  const first = found[0];
  if (!first) throw new ProviderError('unavailable', { providerCode: 'ENOTFOUND' });
  if (!found.every(({ address }) => allowed(address)))
    throw new ProviderError('misconfigured', { providerCode: 'address_forbidden', retryable: false });
  return (_name, options, done) => {
    if (options.all) done(null, found);
    else done(null, first.address, first.family);
  };
}
