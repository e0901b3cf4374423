import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, root, run } from './install.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
/** Native code and files found by path stay outside the bundle. */
const external = [
  'sharp',
  'heic-decode',
  '@node-rs/*',
  '@aws-sdk/*',
  'pino',
  'pg-native',
  'alipay-sdk',
  '@alicloud/*',
  'nodemailer',
  'pinyin-pro',
];

const targets = {
  server: {
    sources: ['shared', 'functions'],
    result: 'dist/server.cjs',
    build: () =>
      run(bin('esbuild'), [
        'functions/server.ts',
        '--bundle',
        '--platform=node',
        '--target=node20',
        '--format=cjs',
        '--outfile=dist/server.cjs',
        '--log-level=warning',
        ...external.map((name) => `--external:${name}`),
      ]),
  },
  h5: {
    sources: ['shared', 'client/miniapp'],
    result: 'client/miniapp/dist/h5/index.html',
    build: () => run('node', ['client/miniapp/build.mjs', 'h5']),
  },
  weapp: {
    sources: ['shared', 'client/miniapp'],
    result: 'client/miniapp/dist/weapp/app.json',
    build: () => run('node', ['client/miniapp/build.mjs', 'weapp']),
  },
  alipay: {
    sources: ['shared', 'client/miniapp'],
    result: 'client/miniapp/dist/alipay/app.json',
    build: () => run('node', ['client/miniapp/build.mjs', 'alipay']),
  },
  console: {
    sources: ['shared', 'client/console'],
    result: 'client/console/dist/index.html',
    build: () => run(bin('vite'), ['build', 'client/console', '--logLevel', 'warn']),
  },
};

function* files(path) {
  if (/(^|[\\/])(dist|dist-screens|node_modules|\.cache|\.swc)$/.test(path) || /\.test\.tsx?$/.test(path))
    return;
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function sourcesHash(sources) {
  const sum = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const source of sources)
    for (const file of files(join(root, source)))
      sum.update(file.slice(root.length)).update(readFileSync(file));
  return sum.digest('hex');
}

/** Builds a target unless its result stands and its sources have not changed. */
export function ensureBuilt(name) {
  const { sources, result, build } = targets[name];
  const stamp = join(root, '.cache', `built-${name}`);
  const wanted = sourcesHash(sources);
  if (existsSync(join(root, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Building ${name} …`);
  build();
  if (!existsSync(join(root, result))) {
    console.error(`The build of ${name} left no ${result}.`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** `npm run build`: everything; with names, only those. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : Object.keys(targets)) ensureBuilt(name);
}
