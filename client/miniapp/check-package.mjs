import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), 'dist');
const templates = { weapp: 'wxml', alipay: 'axml' };
/** Mini-programs refuse to run text as code. `Function("return this")` behind a guard is what core-js and lodash ask with. */
const forbidden = [/\beval\s*\(/, /\bnew\s+Function\s*\(/, /[^.\w]Function\(\s*["'](?!return this)/];

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

function codeFromText(root) {
  return filesBelow(root)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return forbidden.flatMap((pattern) => {
        const at = text.search(pattern);
        return at < 0 ? [] : [`${path.relative(dist, file)}: ${text.slice(Math.max(0, at - 40), at + 60)}`];
      });
    });
}

/** Pages and components that the JSON names and that are not there. */
function missing(root, template) {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'));
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root: folder, pages: own }) =>
      own.map((page) => `${folder}/${page}`),
    ),
  ];
  const tabs = (app.tabBar?.list ?? app.tabBar?.items ?? []).map(({ pagePath }) => pagePath);
  const lacking = tabs.filter((tab) => !app.pages.includes(tab)).map((tab) => `tab ${tab}`);
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const kind of ['js', 'json', template]) {
      if (!existsSync(path.join(root, `${name}.${kind}`))) lacking.push(`${name}.${kind}`);
    }
    const config = path.join(root, `${name}.json`);
    if (!existsSync(config)) return;
    const { usingComponents = {} } = JSON.parse(readFileSync(config, 'utf8'));
    for (const component of Object.values(usingComponents)) {
      if (component.startsWith('plugin://')) continue;
      const at = component.startsWith('/')
        ? component.slice(1)
        : path.posix.join(path.posix.dirname(name), component);
      visit(at);
    }
  };
  pages.forEach(visit);
  return lacking;
}

const built = Object.keys(templates).filter((platform) => existsSync(path.join(dist, platform, 'app.json')));
if (built.length === 0) console.error('Nothing built yet: node client/miniapp/build.mjs weapp|alipay');
let faults = built.length ? 0 : 1;
for (const platform of built) {
  const root = path.join(dist, platform);
  const found = [
    ...codeFromText(root).map((line) => `text run as code: ${line}`),
    ...missing(root, templates[platform]).map((name) => `missing: ${name}`),
  ];
  for (const line of found) console.error(`${platform}: ${line}`);
  if (found.length === 0)
    console.log(`${platform}: every page and component is there, no text is run as code`);
  faults += found.length;
}
process.exit(faults ? 1 : 0);
