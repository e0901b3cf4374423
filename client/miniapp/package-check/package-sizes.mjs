import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './files-below.mjs';

const sizeOf = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0);
const counts = (file) => !file.endsWith('.map') && !file.endsWith('.LICENSE.txt');

/** Bytes of a mini-program: what is in no subpackage, and all of it. */
export function packageSizes(root) {
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'));
  const roots = subPackages.map((one) => path.join(root, one.root) + path.sep);
  const all = filesBelow(root).filter(counts);
  const main = all.filter((file) => !roots.some((folder) => file.startsWith(folder)));
  return { main: sizeOf(main), whole: sizeOf(all) };
}
