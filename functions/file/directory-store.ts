import { readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unfinishedDirectory, writeAtomically } from './atomic-file';
import { type BlobGrant, signBlobUrl } from './blob-url';
import { filesBelow } from './directory-walk';
import { FileRefused } from './file-refused';
import { checkKey } from './object-key';
import type { ObjectStore } from './object-store';

export { type BlobGrant, blobPath, verifyBlobUrl } from './blob-url';
export { receiveBlob } from './receive-blob';

export interface DirectoryStoreSettings {
  directory: string;
  /** At least 32 bytes; signs the links. */
  signingKey: Buffer;
  /** This server as phones reach it, without a slash at the end. */
  baseUrl: string;
  /** Epoch milliseconds. */
  now: () => number;
}

export interface DirectoryStore extends ObjectStore {
  /** Writes what an upload brings, whole or not at all. */
  write(key: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** Removes uploads that a crash cut off before this instant (epoch milliseconds). */
  clearUnfinished(before: number): Promise<void>;
}

const codeOf = (problem: unknown) =>
  typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined;

const orNull = (problem: unknown): null => {
  if (codeOf(problem) === 'ENOENT' || codeOf(problem) === 'ENOTDIR') return null;
  throw problem;
};

async function* oncePiece(bytes: Buffer) {
  yield bytes;
}

/** Files in a directory of this machine, reached by signed links of this server (the embedded default). */
export function createDirectoryStore(settings: DirectoryStoreSettings): DirectoryStore {
  const root = resolve(settings.directory);
  const pathOf = (key: string) => join(root, 'objects', ...checkKey(key).split('/'));
  const link = (grant: BlobGrant, expiresSeconds: number) =>
    signBlobUrl(settings.signingKey, settings.baseUrl, grant, settings.now() + expiresSeconds * 1000);
  const write = (key: string, pieces: AsyncIterable<Uint8Array>) =>
    writeAtomically(root, pathOf(key), pieces);

  return {
    write,
    put: (key, bytes) => write(key, oncePiece(bytes)),
    async presignPut({ key, size, contentType, expiresSeconds }) {
      const url = link({ method: 'PUT', key, size, contentType }, expiresSeconds);
      return { url, method: 'PUT', headers: { 'Content-Type': contentType } };
    },
    presignGet: async (key, expiresSeconds, shown) => link({ method: 'GET', key, ...shown }, expiresSeconds),
    async get(key) {
      const bytes = await readFile(pathOf(key)).catch(orNull);
      if (!bytes) throw new FileRefused('file.not_found');
      return bytes;
    },
    async head(key) {
      const found = await stat(pathOf(key)).catch(orNull);
      return found?.isFile() ? { size: found.size } : null;
    },
    delete: (key) => rm(pathOf(key), { force: true }),
    async *list(prefix) {
      for await (const file of filesBelow(join(root, 'objects'))) if (file.key.startsWith(prefix)) yield file;
    },
    async clearUnfinished(before) {
      const directory = unfinishedDirectory(root);
      for await (const { key, modifiedAt } of filesBelow(directory)) {
        if (modifiedAt < before) await rm(join(directory, key), { force: true });
      }
    },
  };
}
