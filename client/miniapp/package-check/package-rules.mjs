import path from 'node:path';
import ts from 'typescript';
import { filesBelow } from './files-below.mjs';
import { pagesOf, readJson } from './package-json.mjs';
import { walkCode } from './walk-code.mjs';

const within = (outer, name) => `${name}/`.startsWith(`${outer}/`);

/** Pages, tabs and subpackages as both platforms demand them. */
function declared(app, platform) {
  const faults = [];
  const pages = pagesOf(app);
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const twice = pages.filter((page, at) => pages.indexOf(page) !== at);
  for (const page of twice) faults.push(`page ${page} is named twice`);
  for (const root of roots) {
    if (roots.some((other) => other !== root && within(other, root)))
      faults.push(`subpackage ${root} lies within another`);
    for (const page of app.pages ?? [])
      if (within(root, page)) faults.push(`page ${page} of the main package lies in subpackage ${root}`);
  }
  for (const { pagePath } of app.tabBar?.list ?? app.tabBar?.items ?? [])
    if (!app.pages.includes(pagePath)) faults.push(`tab ${pagePath} is no page of the main package`);
  if (platform === 'weapp' && app.lazyCodeLoading !== 'requiredComponents')
    faults.push('app.json has no "lazyCodeLoading": "requiredComponents"');
  return faults;
}

/** A script may require its own subpackage and the main package, and only what is there. */
function required(root, app) {
  const faults = [];
  const roots = (app.subPackages ?? []).map((one) => one.root);
  const home = (name) => roots.find((one) => within(one, name));
  const scripts = filesBelow(root).filter((name) => name.endsWith('.js'));
  const names = new Set(scripts.map((file) => path.relative(root, file).replaceAll('\\', '/')));
  for (const file of scripts) {
    const from = path.relative(root, file).replaceAll('\\', '/');
    walkCode(file, (node) => {
      if (!ts.isCallExpression(node) || node.expression.text !== 'require') return;
      const [target] = node.arguments;
      if (!target || !ts.isStringLiteralLike(target)) return;
      const to = `${path.posix.join(path.posix.dirname(from), target.text).replace(/\.js$/, '')}.js`;
      if (!names.has(to)) faults.push(`${from} requires ${to}, which is not there`);
      else if (home(to) && home(to) !== home(from))
        faults.push(`${from} requires ${to} of another subpackage`);
    });
  }
  return faults;
}

/** What breaks the platforms' rules for pages and subpackages. */
export function brokenRules(root, platform) {
  const app = readJson(root, 'app.json', []);
  return [...declared(app, platform), ...required(root, app)];
}
