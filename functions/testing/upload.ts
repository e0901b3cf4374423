import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from './caller';
import type { TestServer } from './test-server';

const photos = join(__dirname, '../../data/photos');

/** Uploads one of the real photos as a phone does: announce, put the bytes, complete. Returns the file's id. */
export async function uploadPhoto(
  server: TestServer,
  by: Caller,
  name: string,
  contentType: string,
): Promise<string> {
  const bytes = readFileSync(join(photos, name));
  const announced = await by.post('/files', { name, sizeBytes: bytes.length, contentType });
  const { id, upload } = announced.body as unknown as {
    id: string;
    upload: { url: string; method: string; headers: Record<string, string> };
  };
  const put = await server.app.request(upload.url, {
    method: upload.method,
    headers: { ...upload.headers, 'content-length': String(bytes.length) },
    body: new Uint8Array(bytes),
  });
  if (put.status !== 204) throw new Error(`The upload was refused: ${put.status}`);
  const done = await by.post(`/files/${id}/complete`, {});
  if (done.status !== 200) throw new Error(`The file was refused: ${JSON.stringify(done.body)}`);
  return id;
}
