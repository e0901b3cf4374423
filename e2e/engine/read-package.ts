import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { compileTemplates } from './compile-templates';
import type { AppConfig, PackageFiles, PageConfig, Platform } from './package-files';

/** What a platform refuses before anything runs: a file that is not there, or that it cannot read. */
export class PackageFault extends Error {}

const kinds = { weapp: { style: 'wxss' }, alipay: { style: 'acss' } };

function readJson<T>(folder: string, name: string): T {
  const file = join(folder, name);
  if (!existsSync(file)) throw new PackageFault(`${name} is not there`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (failure) {
    throw new PackageFault(`${name} is no JSON: ${String(failure)}`);
  }
}

/** Pages and the components they name, with their JSON. */
function readConfigs(folder: string, pages: string[]): Record<string, PageConfig> {
  const configs: Record<string, PageConfig> = {};
  const visit = (path: string) => {
    if (configs[path]) return;
    const config = readJson<PageConfig>(folder, `${path}.json`);
    configs[path] = config;
    for (const target of Object.values(config.usingComponents ?? {}))
      visit(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target));
  };
  pages.forEach(visit);
  return configs;
}

/** Reads a built package whole. Throws PackageFault, or what the template compiler says. */
export function readPackage(folder: string, platform: Platform): PackageFiles {
  const app = readJson<AppConfig>(folder, 'app.json');
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const ending = (kind: string) => all.filter((name) => name.endsWith(`.${kind}`));
  return {
    platform,
    app,
    pages,
    configs: readConfigs(folder, pages),
    scripts: Object.fromEntries(ending('js').map((name) => [name, text(name)])),
    templates: compileTemplates(platform, all, text),
    style: ending(kinds[platform].style).map(text).join('\n'),
  };
}
