import { fileTypeFromBuffer } from 'file-type/core';
import type { FileKind } from '../../shared/file/limits';
import { FileRefused } from './file-refused';

/** What a file's own bytes say it is; its name and the announced type are not asked. */
export type Detected = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf';

const known: Record<string, Detected> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/heic': 'image/heic',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'application/pdf': 'application/pdf',
};

/** Throws `file.empty`, `file.animated`, `file.wrong_type`; the kind asked for must be the kind found. */
export async function detectContentType(bytes: Buffer, kind: FileKind): Promise<Detected> {
  if (bytes.length === 0) throw new FileRefused('file.empty');
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  if (mime === 'image/gif') throw new FileRefused('file.animated');
  const type = known[mime];
  if (!type || (type === 'application/pdf') !== (kind === 'document'))
    throw new FileRefused('file.wrong_type');
  return type;
}
