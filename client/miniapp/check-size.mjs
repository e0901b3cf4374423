import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageSizes } from './package-check/package-sizes.mjs';
import { reportPageScript } from './package-check/report-page-script.mjs';

const kb = 1024;
const limits = { main: 1024 * kb, whole: 2048 * kb, script: 250 * kb };
/** `check-size.mjs [folder]`: the folder that holds the builds. */
const dist = process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), 'dist');

async function rowsOf(platform) {
  const root = path.join(dist, platform);
  if (!existsSync(root))
    return [{ what: `${platform}: not built`, size: Number.POSITIVE_INFINITY, limit: 0 }];
  if (platform === 'h5') {
    const { count, size } = await reportPageScript(root);
    return [{ what: `h5 /report, ${count} scripts gzipped`, size, limit: limits.script }];
  }
  const { main, whole } = packageSizes(root);
  return [
    { what: `${platform} main package`, size: main, limit: limits.main },
    { what: `${platform} whole`, size: whole, limit: limits.whole },
  ];
}

let fits = true;
for (const platform of ['weapp', 'alipay', 'h5'])
  for (const { what, size, limit } of await rowsOf(platform)) {
    const small = size <= limit;
    fits &&= small;
    const figure = `${Math.round(size / kb)}`.padStart(6);
    console.log(`${what.padEnd(34)} ${figure} KB of ${limit / kb} KB  ${small ? 'ok' : 'TOO LARGE'}`);
  }
process.exit(fits ? 0 : 1);
