import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openFolder } from './stage';

const kb = 1024;
/** Script that gzip cannot make smaller. */
const noise = (bytes: number) => `/*${randomBytes(bytes * 0.75).toString('base64')}*/`;

/** What the check says of builds with this much in each place. */
function check({ main = 10, sub = 10, script = 10 }) {
  const dist = openFolder('sized-packages-');
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), text);
  };
  for (const platform of ['weapp', 'alipay']) {
    write(`${platform}/app.json`, '{"subPackages":[{"root":"report"}]}');
    write(`${platform}/app.js`, noise(main * kb));
    write(`${platform}/report/form.js`, noise(sub * kb));
  }
  write('h5/index.html', '<script src="/a.js"></script><button id="submit">ok</button>');
  write('h5/a.js', `${noise(script * kb)};setTimeout(()=>import("/b.js"))`);
  write('h5/b.js', noise(10 * kb));
  const run = spawnSync(process.execPath, [join(__dirname, '../client/miniapp/check-size.mjs'), dist], {
    encoding: 'utf8',
  });
  rmSync(dist, { recursive: true });
  const large = run.stdout.split('\n').filter((line) => line.endsWith('TOO LARGE'));
  return { status: run.status, large: large.map((line) => line.split('  ')[0]) };
}

it.each<[string, Parameters<typeof check>[0], string[]]>([
  ['lets small packages pass', {}, []],
  ['finds a main package of more than 1 MB', { main: 1030 }, ['weapp main package', 'alipay main package']],
  ['finds a package of more than 2 MB', { sub: 2048 }, ['weapp whole', 'alipay whole']],
  ['finds more than 250 KB of script, chunks and all', { script: 322 }, ['h5 /report, 2 scripts gzipped']],
])('%s', (_title, sizes, large) => {
  expect(check(sizes)).toEqual({ status: large.length > 0 ? 1 : 0, large });
});
