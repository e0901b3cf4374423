import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openFolder } from './stage';

export type Files = Record<string, string | null>;
/** The app.json of the tiny package, with changes. */
export const appJson = (changes: object = {}) =>
  JSON.stringify({
    pages: ['pages/home'],
    subPackages: [
      { root: 'report', pages: ['form'] },
      { root: 'follow', pages: ['order'] },
    ],
    lazyCodeLoading: 'requiredComponents',
    ...changes,
  });

/** A package of three pages that every platform takes. */
function aPackage(template: string, global: string): Files {
  const page = (path: string, code: string): Files => ({
    [`${path}.js`]: code,
    [`${path}.json`]: '{"usingComponents":{}}',
    [`${path}.${template}`]: '<view/>',
  });
  return {
    'app.json': appJson(),
    'app.js': `var root=Function("return this")();${global}.request({url:""})`,
    ...page('pages/home', 'Page({})'),
    ...page('report/form', 'require("../app");Page({})'),
    ...page('follow/order', 'Page({})'),
  };
}

function write(files: Files): string {
  const folder = openFolder('checked-package-');
  for (const [name, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What check-package says of a tiny package with these files changed, and of these sources. */
export function checkPackage(platform: 'weapp' | 'alipay', changes: Files, sources: Files = {}) {
  const [template, global] = platform === 'weapp' ? ['wxml', 'wx'] : ['axml', 'my'];
  const folders = [write({ ...aPackage(template, global), ...changes }), write(sources)];
  const script = join(__dirname, '../client/miniapp/check-package.mjs');
  const run = spawnSync(process.execPath, [script, folders[0] ?? '', platform, folders[1] ?? ''], {
    encoding: 'utf8',
  });
  for (const folder of folders) rmSync(folder, { recursive: true });
  return { status: run.status, said: run.stdout + run.stderr };
}
