import { PassThrough } from 'node:stream';

/** A zip of these files in this order, every entry dated `at`: the same files give the same bytes. */
export async function zipOf(files: ReadonlyMap<string, Buffer>, at: number): Promise<Buffer> {
  const { ZipArchive } = await import('archiver');
  const out = new PassThrough();
  const zip = new ZipArchive({ zlib: { level: 6 } });
  zip.on('error', (error: Error) => out.destroy(error));
  zip.pipe(out);
  for (const [name, bytes] of files) zip.append(bytes, { name, date: new Date(at), mode: 0o644 });
  const closed = zip.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of out) pieces.push(piece as Buffer);
  await closed;
  return Buffer.concat(pieces);
}
