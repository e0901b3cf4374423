import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findBrowser } from './find-browser.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const runs = [];
function step(title, args, env = {}) {
  console.log(`\n— ${title}`);
  const done = spawnSync(process.execPath, [jest, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  runs.push([title, done.status === 0]);
}

step('shared, functions (embedded PostgreSQL), clients', [], { DATABASE_URL_TEST: '' });
if (process.env.DATABASE_URL_TEST) {
  step('functions on the server of DATABASE_URL_TEST', [
    '--selectProjects',
    'functions',
    '--testPathPatterns',
    'functions/(order|db|jobs|audit|http|desk|identity)/',
  ]);
}
if (existsSync(join(root, 'e2e'))) {
  for (const name of ['server', 'h5', 'weapp', 'alipay', 'console']) ensureBuilt(name);
  step('journeys in a browser', ['--config', 'e2e/jest.config.cjs', '--runInBand'], {
    BROWSER_PATH: await findBrowser(),
  });
}
const passed = runs.filter(([, ok]) => ok).length;
for (const [title, ok] of runs) if (!ok) console.error(`Failed: ${title}`);
console.log(`\n${passed} passed, ${runs.length - passed} failed`);
process.exit(passed === runs.length ? 0 : 1);
