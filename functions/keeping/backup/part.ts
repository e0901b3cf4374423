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

async function* clearText(vessel: Vessel, part: string): AsyncGenerator<Buffer> {
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
  const sealed = size === nonceBytes + tagBytes ? Readable.from([]) : body;
  const flow = pipeline(sealed, decipher, unpack).then(
    () => true,
    () => false,
  );
  try {
    for await (const chunk of unpack) yield chunk as Buffer;
  } catch {
    throw new DamagedPart(part);
  }
  if (!(await flow)) throw new DamagedPart(part);
}

/**
 * The clear text of a part as a stream, no faster than it is read. Its end is reached only when the seal is right: who
 * takes bytes before that must be able to give them back. Throws DamagedPart.
 */
export const readPart = (vessel: Vessel, part: string): Readable => Readable.from(clearText(vessel, part));

/** Reads a part to its end and keeps nothing. Throws DamagedPart. */
export async function checkPart(vessel: Vessel, part: string): Promise<void> {
  for await (const _ of clearText(vessel, part));
}

/** A small part whole. Throws DamagedPart. */
export async function readWhole(vessel: Vessel, part: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of clearText(vessel, part)) pieces.push(piece);
  return Buffer.concat(pieces);
}
