import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findCrossings } from './boundaries.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const steps = [
  ['types of shared (no DOM, no Node)', bin('tsc'), ['-p', 'shared']],
  ['types of functions', bin('tsc'), ['-p', 'functions']],
  ['types of the engine that runs the packages', bin('tsc'), ['-p', 'e2e/engine/shell']],
  ['types of the console', bin('tsc'), ['-p', 'client/console']],
  ['types of the mini-program', bin('tsc'), ['-p', 'client/miniapp']],
  [
    'unused files and dependencies',
    bin('knip'),
    ['--no-config-hints', '--include', 'files,dependencies,unlisted,unresolved'],
  ],
  ['lint and format', bin('biome'), ['check', '--diagnostic-level=error', '.']],
];
const failed = steps.filter(([title, command, args]) => {
  console.log(`· ${title}`);
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status !==
    0
  );
});
console.log('· boundaries');
const crossings = findCrossings(root);
for (const crossing of crossings) console.error(crossing);
if (failed.length > 0 || crossings.length > 0) {
  console.error(
    `Not passed: ${[...failed.map(([title]) => title), ...(crossings.length > 0 ? ['boundaries'] : [])].join(', ')}`,
  );
  process.exit(1);
}
console.log('All checks passed.');
