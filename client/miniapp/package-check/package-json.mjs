import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The JSON beside a page or component, `{}` where there is none; `faults` learns what cannot be read. */
export function readJson(root, name, faults) {
  const file = path.join(root, name);
  if (!existsSync(file)) {
    faults.push(`missing: ${name}`);
    return {};
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    faults.push(`no JSON: ${name}`);
    return {};
  }
}

/** All pages of the package by their whole path. */
export const pagesOf = ({ pages = [], subPackages = [] }) => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
];
