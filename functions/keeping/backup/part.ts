import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const nonceBytes = 12;
const tagBytes = 16;

/** A part of a back-up that is not what was written: named, so that one knows what is lost. */
export class DamagedPart extends Error {
  constructor(readonly part: string) {
    super(`The part ${part} of the back-up is damaged or missing.`);
  }
}

/** One back-up's folder and key; `id` binds every part to it, so that parts of two back-ups cannot be mixed. */
export interface Vessel {
  folder: string;
  key: Buffer;
  id: string;
}
const pathOf = (vessel: Vessel, part: string) => join(vessel.folder, `${part}.part`);
const aad = (vessel: Vessel, part: string) => Buffer.from(`${vessel.id}/${part}`);

/** Writes a part, packed and sealed (AES-256-GCM): nonce, cipher text, tag. */
export async function writePart(vessel: Vessel, part: string, source: Readable | Buffer): Promise<void> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', vessel.key, nonce).setAAD(aad(vessel, part));
  const file = createWriteStream(pathOf(vessel, part), { mode: 0o600 });
  file.write(nonce);
  await pipeline(
    Buffer.isBuffer(source) ? Readable.from([source]) : source,
    createGzip({ level: 4 }),
    cipher,
    async function* withTag(chunks) {
      yield* chunks;
      yield cipher.getAuthTag();
    },
    file,
  );
}

/**
 * The clear text of a part as a stream. Its end is reached only when the seal is right: who takes bytes before that
 * must be able to give them back. Throws DamagedPart.
 */
export async function readPart(vessel: Vessel, part: string): Promise<Readable> {
  const path = pathOf(vessel, part);
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size < nonceBytes + tagBytes) throw new DamagedPart(part);
  const handle = await open(path);
  const head = Buffer.alloc(nonceBytes);
  const tail = Buffer.alloc(tagBytes);
  await handle.read(head, 0, nonceBytes, 0);
  await handle.read(tail, 0, tagBytes, size - tagBytes);
  await handle.close();
  const decipher = createDecipheriv('aes-256-gcm', vessel.key, head)
    .setAAD(aad(vessel, part))
    .setAuthTag(tail);
  const body = createReadStream(path, { start: nonceBytes, end: size - tagBytes - 1 });
  const unpack = createGunzip();
  const clear = new Readable({ read: () => undefined });
  const fail = () => clear.destroy(new DamagedPart(part));
  const sealed = size === nonceBytes + tagBytes ? Readable.from([]) : body;
  pipeline(sealed, decipher, unpack, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) if (!clear.push(chunk)) await new Promise((done) => setImmediate(done));
  }).then(() => clear.push(null), fail);
  return clear;
}

/** A small part whole. Throws DamagedPart. */
export async function readWhole(vessel: Vessel, part: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await readPart(vessel, part)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
