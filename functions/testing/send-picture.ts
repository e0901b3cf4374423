import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorld } from './database';
import type { Caller } from './people';

/** Uploads a picture as a phone does (announced, put to the signed link, completed) and answers its id. */
export async function sendPicture(world: TestWorld, who: Caller, given?: Buffer): Promise<string> {
  const bytes = given ?? readFileSync(join(__dirname, '../../data/photos/Landscape_9.jpg'));
  const about = { name: 'a.jpg', sizeBytes: bytes.length, contentType: 'image/jpeg' };
  const { body } = await who.call('POST', '/files', about);
  const { url, headers } = body.upload as { url: string; headers: Record<string, string> };
  await world.app.request(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  const done = await who.call('POST', `/files/${body.id}/complete`, {});
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return String(body.id);
}
