import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), 'dist');
const kb = 1024;
const limits = { mainPackage: 1024 * kb, whole: 2048 * kb, reportPageScript: 250 * kb };

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && !entry.name.endsWith('.LICENSE.txt'))
    .map((entry) => path.join(entry.parentPath, entry.name));
const sizeOf = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0);

/** Bytes of a mini-program: all of it, and what is not in a subpackage. */
function packageSizes(platform) {
  const root = path.join(dist, platform);
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'));
  const roots = subPackages.map((one) => path.join(root, one.root) + path.sep);
  const all = filesBelow(root);
  const main = all.filter((file) => !roots.some((folder) => file.startsWith(folder)));
  return [
    { what: `${platform} main package`, size: sizeOf(main), limit: limits.mainPackage },
    { what: `${platform} whole`, size: sizeOf(all), limit: limits.whole },
  ];
}

/** Bytes of script, gzipped, that the report page needs before it can be used: the entry and the page's own chunks. */
function reportPageScript() {
  const root = path.join(dist, 'h5');
  const html = readFileSync(path.join(root, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => path.join(root, src));
  const marker = 'report-story';
  const scripts = filesBelow(path.join(root, 'js'));
  const page = scripts.filter(
    (file) => !entries.includes(file) && readFileSync(file, 'utf8').includes(marker),
  );
  const zipped = [...entries, ...page].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  return [{ what: `h5 report page, script gzipped`, size: zipped, limit: limits.reportPageScript }];
}

const built = ['weapp', 'alipay', 'h5'].filter((platform) => existsSync(path.join(dist, platform)));
const rows = built.flatMap((platform) => (platform === 'h5' ? reportPageScript() : packageSizes(platform)));
for (const { what, size, limit } of rows) {
  const verdict = size <= limit ? 'ok' : 'TOO LARGE';
  console.log(
    `${what.padEnd(34)} ${String(Math.round(size / kb)).padStart(5)} KB of ${limit / kb} KB  ${verdict}`,
  );
}
if (rows.length === 0) console.error('Nothing built yet: node client/miniapp/build.mjs h5|weapp|alipay');
process.exit(rows.length && rows.every(({ size, limit }) => size <= limit) ? 0 : 1);
