import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const platform = process.argv[2];
if (!['h5', 'weapp', 'alipay'].includes(platform)) {
  console.error('用法：node client/miniapp/build.mjs h5|weapp|alipay');
  process.exit(2);
}
const out = path.join(here, 'dist', platform);
rmSync(out, { recursive: true, force: true });

const taro = path.join(here, '../../node_modules/@tarojs/cli/bin/taro');
const built = spawnSync(process.execPath, [taro, 'build', '--type', platform], {
  cwd: here,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', TARO_ENV: platform },
});
if (built.status !== 0) process.exit(built.status ?? 1);

/** Webpack asks for the global object by running text as code where `globalThis` is missing; mini-programs forbid that. */
if (platform !== 'h5' && existsSync(path.join(out, 'runtime.js'))) {
  const runtime = path.join(out, 'runtime.js');
  const known = '("object"==typeof global?global:{})';
  writeFileSync(runtime, readFileSync(runtime, 'utf8').replaceAll('new Function("return this")()', known));
}

/** Taro exits 0 on a configuration error: what must be there is looked for. */
function missing() {
  if (platform === 'h5') return ['index.html', 'js'].filter((name) => !existsSync(path.join(out, name)));
  const app = path.join(out, 'app.json');
  if (!existsSync(app)) return ['app.json'];
  const template = platform === 'weapp' ? 'wxml' : 'axml';
  const { pages, subPackages = [] } = JSON.parse(readFileSync(app, 'utf8'));
  const all = [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  return all.flatMap((page) =>
    ['js', 'json', template]
      .map((kind) => `${page}.${kind}`)
      .filter((name) => !existsSync(path.join(out, name))),
  );
}
const lacking = missing();
if (lacking.length) {
  console.error(`${platform} 构建不完整，缺少：${lacking.join('、')}`);
  process.exit(1);
}
console.log(`${platform} 构建完成：${path.relative(process.cwd(), out)}`);
