import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { ObjectStore, StoredObject } from './object-store';
import { createS3Store } from './s3-store';

let directory: string;
const servers: S3rver[] = [];
let store: ObjectStore;

/** A server that speaks S3 and, unless told otherwise, checks every signature. */
async function aStore(allowMismatchedSignatures = false): Promise<ObjectStore> {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    allowMismatchedSignatures,
    directory,
    configureBuckets: [{ name: 'files' }],
  });
  servers.push(server);
  return createS3Store({
    bucket: 'files',
    region: 'cn-northwest-1',
    endpoint: `http://127.0.0.1:${(await server.run()).port}`,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 's3-store-'));
  store = await aStore();
});

afterAll(async () => {
  for (const server of servers) await server.close();
  await rm(directory, { recursive: true });
});

const bytes = Buffer.from('示例文件的内容');
const anUpload = (key: string) =>
  store.presignPut({ key, size: bytes.length, contentType: 'image/jpeg', expiresSeconds: 60 });

/** A plain client, which sends the length it is told. */
const send = (url: string, headers: Record<string, string>, body: Buffer) =>
  new Promise<number | undefined>((resolve, reject) => {
    const call = request(
      url,
      { method: 'PUT', headers: { 'Content-Length': body.length, ...headers } },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      },
    );
    call.on('error', reject).end(body);
  });

describe('files in a bucket', () => {
  it('are written, found, read and deleted', async () => {
    await store.put('order/1/a.jpg', bytes, 'image/jpeg');
    expect(await store.get('order/1/a.jpg')).toEqual(bytes);
    expect(await store.head('order/1/a.jpg')).toEqual({ size: bytes.length });
    await store.delete('order/1/a.jpg');
    await store.delete('order/1/a.jpg');
    expect(await store.head('order/1/a.jpg')).toBeNull();
    await expect(store.get('order/1/a.jpg')).rejects.toThrow('file.not_found');
  });

  // This test server signs a bucket's path without the slash at its end that S3 and its client know.
  it('are listed by prefix', async () => {
    const lenient = await aStore(true);
    await store.put('order/1/a.jpg', bytes, 'image/jpeg');
    await store.put('order/2/b.pdf', bytes, 'application/pdf');
    const found: StoredObject[] = [];
    for await (const object of lenient.list('order/1/')) found.push(object);
    expect(found).toEqual([{ key: 'order/1/a.jpg', size: bytes.length, modifiedAt: expect.any(Number) }]);
  });

  it('are uploaded by a link that signs length and type', async () => {
    const { url, method, headers } = await anUpload('upload/1.jpg');
    expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host');
    expect(url).not.toMatch(/checksum/i);
    const answer = await fetch(url, { method, headers, body: bytes });
    expect(answer.status).toBe(200);
    expect(await store.get('upload/1.jpg')).toEqual(bytes);
  });

  it.each([
    ['another type', { 'Content-Type': 'text/html' }, bytes],
    ['more bytes', { 'Content-Type': 'image/jpeg' }, Buffer.concat([bytes, bytes])],
    ['fewer bytes', { 'Content-Type': 'image/jpeg' }, bytes.subarray(1)],
  ])('are not uploaded with %s', async (_, headers, body) => {
    const { url } = await anUpload('upload/2.jpg');
    expect(await send(url, headers, body)).toBe(403);
    expect(await store.head('upload/2.jpg')).toBeNull();
  });

  it('are not uploaded to another key or by a reading link', async () => {
    const { url, headers } = await anUpload('upload/3.jpg');
    expect(await send(url.replace('3.jpg', '4.jpg'), headers, bytes)).toBe(403);
    const reading = await store.presignGet('upload/3.jpg', 60, { contentType: 'image/jpeg' });
    expect(await send(reading, headers, bytes)).toBe(403);
  });

  it('are read by a link, under the type it was made for', async () => {
    await store.put('order/3/c.pdf', bytes, 'application/octet-stream');
    const answer = await fetch(
      await store.presignGet('order/3/c.pdf', 60, { contentType: 'application/pdf' }),
    );
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe('inline');
  });

  // Only the link: this test server escapes ' and * in a query otherwise than S3's rule (RFC 3986) says.
  it('are saved under the name the link carries', async () => {
    const shown = { contentType: 'application/pdf', fileName: '材料 (1).pdf' };
    const url = new URL(await store.presignGet('order/3/c.pdf', 60, shown));
    expect(url.searchParams.get('response-content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E6%9D%90%E6%96%99%20%281%29.pdf",
    );
  });

  it('are refused under a key that is none of ours', async () => {
    await expect(store.get('../secret')).rejects.toThrow('file.not_found');
  });
});
