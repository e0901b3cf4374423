import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingFiles } from './package-check/missing-files.mjs';
import { brokenRules } from './package-check/package-rules.mjs';
import { textAsCode } from './package-check/text-as-code.mjs';
import { emptyOnWeb, unknownInterfaces } from './package-check/unknown-interfaces.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
/** `check-package.mjs [folder platform [sources]]`: without arguments both packages as they were built. */
const [folder, platform, sources = path.join(here, 'src')] = process.argv.slice(2);
const wanted = folder
  ? [{ platform, root: folder }]
  : ['weapp', 'alipay'].map((name) => ({ platform: name, root: path.join(here, 'dist', name) }));

let faults = 0;
for (const { platform: name, root } of wanted) {
  const found = existsSync(root)
    ? [
        ...missingFiles(root, name),
        ...brokenRules(root, name),
        ...textAsCode(root),
        ...unknownInterfaces(root, name, sources),
      ]
    : [`not built: node client/miniapp/build.mjs ${name}`];
  for (const line of found) console.error(`${name}: ${line}`);
  if (found.length === 0)
    console.log(
      `${name}: every page, component and script is there, no text is run as code, every interface is known`,
    );
  faults += found.length;
}
const empty = emptyOnWeb(sources);
for (const line of empty) console.error(`h5: ${line}`);
faults += empty.length;
process.exit(faults ? 1 : 0);
