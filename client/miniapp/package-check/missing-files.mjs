import { existsSync } from 'node:fs';
import path from 'node:path';
import { pagesOf, readJson } from './package-json.mjs';

const templates = { weapp: 'wxml', alipay: 'axml' };

/** Pages and components that the JSON names, with each of their files; a plugin's component stands elsewhere. */
export function missingFiles(root, platform) {
  const faults = [];
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const kind of ['js', templates[platform]])
      if (!existsSync(path.join(root, `${name}.${kind}`))) faults.push(`missing: ${name}.${kind}`);
    const { usingComponents = {} } = readJson(root, `${name}.json`, faults);
    for (const target of Object.values(usingComponents))
      if (!target.startsWith('plugin://'))
        visit(target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(name), target));
  };
  const app = readJson(root, 'app.json', faults);
  if (!existsSync(path.join(root, 'app.js'))) faults.push('missing: app.js');
  pagesOf(app).forEach(visit);
  return faults;
}
