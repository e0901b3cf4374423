import { fileLimits } from '../../shared/file/limits';
import { detectContentType } from './content-type';
import { FileRefused } from './file-refused';

/** Checks by content that a sent document is a PDF of at most 20 MB; throws `FileRefused` with a Chinese sentence. */
export async function prepareDocument(
  bytes: Buffer,
): Promise<{ document: Buffer; contentType: 'application/pdf' }> {
  if (bytes.length > fileLimits.document.maxBytes) throw new FileRefused('file.document_too_large');
  await detectContentType(bytes, 'document');
  return { document: bytes, contentType: 'application/pdf' };
}
