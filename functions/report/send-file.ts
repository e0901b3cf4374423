import { contentDisposition } from '../file/content-disposition';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** A file to be saved under a Chinese name; never kept by a cache. */
export const sendFile = (body: Buffer | ReadableStream, kind: keyof typeof types, name: string): Response =>
  new Response(Buffer.isBuffer(body) ? new Uint8Array(body) : body, {
    headers: {
      'content-type': types[kind],
      'content-disposition': contentDisposition(`${name}.${kind}`),
      'cache-control': 'no-store',
    },
  });
