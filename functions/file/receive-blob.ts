import type { BlobGrant } from './blob-url';
import { FileRefused } from './file-refused';

/** Passes bytes on, and refuses them when they are more or fewer than announced. */
async function* exactly(size: number, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let received = 0;
  for await (const piece of body) {
    received += piece.byteLength;
    if (received > size) throw new FileRefused('file.size_differs');
    yield piece;
  }
  if (received !== size) throw new FileRefused('file.size_differs');
}

/**
 * Takes an upload that `verifyBlobUrl` allowed; throws `file.link_invalid` for another type, `file.size_differs` for
 * another size, and then keeps nothing. `contentType` is the request's header.
 */
export async function receiveBlob(
  store: { write(key: string, pieces: AsyncIterable<Uint8Array>): Promise<void> },
  grant: BlobGrant,
  upload: { contentType: string | undefined; body: AsyncIterable<Uint8Array> | null },
): Promise<void> {
  if (grant.method !== 'PUT' || upload.contentType !== grant.contentType)
    throw new FileRefused('file.link_invalid');
  if (!upload.body) throw new FileRefused('file.size_differs');
  await store.write(grant.key, exactly(grant.size, upload.body));
}
