import { FileRefused } from './file-refused';

const shape = /^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,127}\/){0,7}[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** The key itself; throws `file.not_found` when it has not the shape of ours, so that none can leave its directory. */
export function checkKey(key: string): string {
  if (!shape.test(key)) throw new FileRefused('file.not_found');
  return key;
}
