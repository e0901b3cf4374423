import { host } from './host';

const loaded = new Map<string, { exports: unknown }>();
let scope: object = {};
let running = '';

export const runWithin = (made: object): void => {
  scope = made;
};

/** The file that is being run: `Page` and `Component` take their path from it. */
export const runningPath = (): string => running.replace(/\.js$/, '');

const rootOf = (path: string) =>
  host.enginePackage.app.subPackages?.find(({ root }) => path.startsWith(`${root}/`))?.root ?? null;

function resolve(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return path.endsWith('.js') ? path : `${path}.js`;
}

/** Runs a file of the package once. A file may use its own subpackage and the main package, no other. */
export function loadModule(path: string): unknown {
  const known = loaded.get(path);
  if (known) return known.exports;
  const body = host.engineModules[path];
  if (!body) throw new Error(`module "${path}" is not defined`);
  const module = { exports: {} as unknown };
  loaded.set(path, module);
  const outer = running;
  running = path;
  try {
    body(scope, (target) => require(path, target), module, module.exports);
  } finally {
    running = outer;
  }
  return module.exports;
}

function require(from: string, target: string): unknown {
  const path = resolve(from, target);
  const root = rootOf(path);
  if (root && root !== rootOf(from)) throw new Error(`${from} may not require ${path} of another subpackage`);
  return loadModule(path);
}
