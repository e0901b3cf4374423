import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  blobPath,
  createDirectoryStore,
  type DirectoryStore,
  receiveBlob,
  verifyBlobUrl,
} from './directory-store';
import type { StoredObject } from './object-store';

const signingKey = Buffer.alloc(32, 7);
const start = Date.UTC(2026, 10, 23, 1);
const bytes = Buffer.from('示例文件的内容');

let directory: string;
let store: DirectoryStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'directory-store-'));
  store = createDirectoryStore({ directory, signingKey, baseUrl: 'http://127.0.0.1:1', now: () => start });
});
afterEach(() => rm(directory, { recursive: true }));

async function* pieces(...parts: Buffer[]) {
  yield* parts;
}

/** What the route does with a request. */
function ask(method: string, url: string, now = start) {
  const { pathname, searchParams } = new URL(url);
  const key = decodeURIComponent(pathname.slice(blobPath.length));
  return verifyBlobUrl({ signingKey, method, key, query: searchParams, now });
}

const anUpload = () =>
  store.presignPut({
    key: 'upload/1.jpg',
    size: bytes.length,
    contentType: 'image/jpeg',
    expiresSeconds: 60,
  });

describe('files in a directory', () => {
  it('are written, found, listed, read and deleted', async () => {
    await store.put('order/1/a.jpg', bytes, 'image/jpeg');
    await store.put('order/2/b.pdf', bytes, 'application/pdf');
    expect(await store.get('order/1/a.jpg')).toEqual(bytes);
    expect(await store.head('order/1/a.jpg')).toEqual({ size: bytes.length });
    expect(await store.head('order/1')).toBeNull();
    const found: StoredObject[] = [];
    for await (const object of store.list('order/1/')) found.push(object);
    expect(found).toEqual([{ key: 'order/1/a.jpg', size: bytes.length, modifiedAt: expect.any(Number) }]);
    await store.delete('order/1/a.jpg');
    await store.delete('order/1/a.jpg');
    expect(await store.head('order/1/a.jpg')).toBeNull();
    await expect(store.get('order/1/a.jpg')).rejects.toThrow('file.not_found');
  });

  it.each([
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a//b',
    '.hidden',
    'a/.b',
    'a\\..\\b',
    'a\0b',
    '',
    'a/',
    '%2e%2e/x',
  ])('are refused under the key "%s"', async (key) => {
    await expect((async () => store.put(key, bytes, 'image/jpeg'))()).rejects.toThrow('file.not_found');
    await expect(store.get(key)).rejects.toThrow('file.not_found');
    await expect(store.presignGet(key, 60, { contentType: 'image/jpeg' })).rejects.toThrow('file.not_found');
    expect(await readdir(directory)).toEqual([]);
  });

  it('leave nothing behind when the upload breaks off, and keep what was there', async () => {
    await store.put('a.jpg', bytes, 'image/jpeg');
    const broken = (async function* () {
      yield Buffer.from('half');
      throw new Error('connection lost');
    })();
    await expect(store.write('a.jpg', broken)).rejects.toThrow('connection lost');
    expect(await store.get('a.jpg')).toEqual(bytes);
    expect(await readdir(join(directory, '.unfinished'))).toEqual([]);
  });

  it('clear away what a crash left half written, and only that', async () => {
    await store.put('a.jpg', bytes, 'image/jpeg');
    await writeFile(join(directory, '.unfinished', 'old'), 'half');
    await utimes(join(directory, '.unfinished', 'old'), start / 1000 - 90_000, start / 1000 - 90_000);
    await writeFile(join(directory, '.unfinished', 'young'), 'half');
    await store.clearUnfinished(start - 86_400_000);
    expect(await readdir(join(directory, '.unfinished'))).toEqual(['young']);
    expect(await store.get('a.jpg')).toEqual(bytes);
  });
});

describe('a link of this server', () => {
  it('allows the upload it was made for', async () => {
    const { url, headers, method } = await anUpload();
    const grant = ask(method, url);
    const body = pieces(bytes.subarray(0, 5), bytes.subarray(5));
    await receiveBlob(store, grant, { contentType: headers['Content-Type'], body });
    expect(await store.get('upload/1.jpg')).toEqual(bytes);
  });

  it.each([
    ['another type', 'text/html', [bytes], 'file.link_invalid'],
    ['no type', undefined, [bytes], 'file.link_invalid'],
    ['more bytes', 'image/jpeg', [bytes, bytes], 'file.size_differs'],
    ['fewer bytes', 'image/jpeg', [bytes.subarray(1)], 'file.size_differs'],
    ['no bytes', 'image/jpeg', [], 'file.size_differs'],
  ])('refuses an upload with %s', async (_, contentType, parts, problem) => {
    const grant = ask('PUT', (await anUpload()).url);
    await expect(receiveBlob(store, grant, { contentType, body: pieces(...parts) })).rejects.toThrow(problem);
    expect(await store.head('upload/1.jpg')).toBeNull();
  });

  it('stops an upload without end as soon as it is too long', async () => {
    let sent = 0;
    const endless = (async function* () {
      for (; sent < 10_000; sent += 1) yield bytes;
    })();
    const grant = ask('PUT', (await anUpload()).url);
    await expect(receiveBlob(store, grant, { contentType: 'image/jpeg', body: endless })).rejects.toThrow();
    expect(sent).toBeLessThan(3);
  });

  it('allows the reading it was made for', async () => {
    const shown = { contentType: 'application/pdf', fileName: '材料&1.pdf' };
    const url = await store.presignGet('order/1/a.pdf', 60, shown);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:1\/api\/files\/blob\/order\/1\/a\.pdf\?/);
    expect(ask('GET', url)).toEqual({ method: 'GET', key: 'order/1/a.pdf', ...shown });
  });

  it('ends with its time', async () => {
    const { url } = await anUpload();
    expect(ask('PUT', url, start + 59_999)).toBeDefined();
    expect(() => ask('PUT', url, start + 60_000)).toThrow('file.link_expired');
  });

  it.each([
    ['the key', (url: string) => url.replace('1.jpg', '2.jpg')],
    ['the size', (url: string) => url.replace(/size=\d+/, 'size=999999')],
    ['the type', (url: string) => url.replace('image%2Fjpeg', 'text%2Fhtml')],
    ['the time', (url: string) => url.replace(/expires=\d+/, 'expires=9999999999')],
    ['the method', (url: string) => url.replace('method=PUT', 'method=GET')],
    ['the signature', (url: string) => url.replace(/sig=./, 'sig=_')],
    ['no signature', (url: string) => url.replace(/sig=.*/, '')],
    ['a way out', (url: string) => url.replace('upload/', '..%2f..%2f')],
  ])('is refused with %s altered', async (_, alter) => {
    const { url } = await anUpload();
    for (const method of ['PUT', 'GET', 'DELETE'])
      expect(() => ask(method, alter(url))).toThrow(/file\.(link_invalid|not_found)/);
  });

  it('serves one method only, and one signing key', async () => {
    const { url } = await anUpload();
    expect(() => ask('GET', url)).toThrow('file.link_invalid');
    const other = createDirectoryStore({
      directory,
      signingKey: Buffer.alloc(32, 8),
      baseUrl: 'http://a',
      now: () => start,
    });
    const foreign = await other.presignGet('a.jpg', 60, { contentType: 'image/jpeg' });
    expect(() => ask('GET', foreign)).toThrow('file.link_invalid');
  });
});
