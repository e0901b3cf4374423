import { createHmac, timingSafeEqual } from 'node:crypto';
import { FileRefused } from './file-refused';
import { checkKey } from './object-key';

/** Where the server mounts the two requests that these links allow. */
export const blobPath = '/api/files/blob/';

interface Common {
  key: string;
  contentType: string;
}

/** What a signed link of this server allows. `size` in bytes. */
export type BlobGrant = Common & ({ method: 'PUT'; size: number } | { method: 'GET'; fileName?: string });

function signature(signingKey: Buffer, grant: BlobGrant, expires: string): Buffer {
  const size = grant.method === 'PUT' ? grant.size : null;
  const fileName = grant.method === 'GET' ? (grant.fileName ?? null) : null;
  const signed = ['blob/v1', grant.method, grant.key, expires, size, grant.contentType, fileName];
  return createHmac('sha256', signingKey).update(JSON.stringify(signed)).digest();
}

/** The link for a grant, good until `expiresAt` (epoch milliseconds, rounded up to a second). */
export function signBlobUrl(
  signingKey: Buffer,
  baseUrl: string,
  grant: BlobGrant,
  expiresAt: number,
): string {
  const expires = String(Math.ceil(expiresAt / 1000));
  const query = new URLSearchParams({ expires, method: grant.method, type: grant.contentType });
  if (grant.method === 'PUT') query.set('size', String(grant.size));
  else if (grant.fileName !== undefined) query.set('name', grant.fileName);
  query.set('sig', signature(signingKey, grant, expires).toString('base64url'));
  return `${baseUrl}${blobPath}${checkKey(grant.key)}?${query}`;
}

function readGrant(method: string, key: string, query: URLSearchParams): BlobGrant {
  const common = { key: checkKey(key), contentType: query.get('type') ?? '' };
  if (query.get('method') !== method) throw new FileRefused('file.link_invalid');
  if (method === 'PUT') return { ...common, method, size: Number(query.get('size')) };
  const fileName = query.get('name') ?? undefined;
  if (method === 'GET') return { ...common, method, ...(fileName === undefined ? {} : { fileName }) };
  throw new FileRefused('file.link_invalid');
}

/**
 * What a request to this server's link may do; throws `file.link_invalid` for any altered link, `file.link_expired`
 * for an old one. `now` in epoch milliseconds; `key` is the path after `blobPath`, decoded.
 */
export function verifyBlobUrl(request: {
  signingKey: Buffer;
  method: string;
  key: string;
  query: URLSearchParams;
  now: number;
}): BlobGrant {
  const { signingKey, query, now } = request;
  const grant = readGrant(request.method, request.key, query);
  const expires = query.get('expires') ?? '';
  const expected = signature(signingKey, grant, expires);
  const given = Buffer.from(query.get('sig') ?? '', 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new FileRefused('file.link_invalid');
  if (!(now < Number(expires) * 1000)) throw new FileRefused('file.link_expired');
  return grant;
}
