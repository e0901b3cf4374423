import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Imports run client → shared ← functions, and only functions/env.ts reads the environment. */
export function findCrossings(root) {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list
    .split('\n')
    .filter((file) => file && existsSync(join(root, file)))
    .flatMap((file) => crossingsOf(root, file));
}

const roomOf = (path) =>
  path.startsWith('client/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0];

function crossingsOf(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const from = roomOf(file);
  if (!['shared', 'functions', 'client/miniapp', 'client/console'].includes(from)) return [];
  const found = [];
  for (const [, target] of text.matchAll(/(?:from|import|require)\s*\(?\s*'(\.[^']+)'/g)) {
    const to = roomOf(relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/'));
    if (to !== from && to !== 'shared' && to !== 'data') found.push(`${file}: imports ${to} (${target})`);
  }
  if (
    from === 'functions' &&
    file !== 'functions/env.ts' &&
    !/\.test\.ts$|\/testing\//.test(file) &&
    /process\.env/.test(text)
  ) {
    found.push(`${file}: reads process.env; only functions/env.ts may`);
  }
  return found;
}
