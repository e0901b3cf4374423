import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page, Route } from 'playwright-core';
import type { PackageFiles } from './package-files';
import { styleToCss } from './style-to-css';
import type { Launch } from './wire';

/** Where the package stands in the browser; nothing of it leaves the machine. */
export const origin = 'http://mini.example';

/** No text may be run as code here: what a phone forbids, this page forbids as well. */
const policy = "script-src 'self'";

let shell: Promise<string> | undefined;
async function bundleShell(): Promise<string> {
  const built = await build({
    entryPoints: [join(__dirname, 'shell/start.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  return built.outputFiles[0]?.text ?? '';
}

const baseStyle = `
  body { margin: 0 }
  .screen { display: none; min-height: 100vh } .screen.on-top { display: block }
  wx-page, wx-view, wx-picker, wx-scroll-view, wx-button, wx-input, wx-textarea { display: block }
  wx-button { text-align: center } wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
  wx-image img { width: 100%; height: 100%; object-fit: cover }
  wx-input input, wx-textarea textarea { width: 100%; border: 0; padding: 0; font: inherit; background: none }
  .engine-sheet { position: fixed; inset: auto 0 0; background: #fff; max-height: 60vh; overflow: auto; z-index: 99 }
  .engine-sheet button { display: block; width: 100%; padding: 12px }`;

const scriptTag = (src: string) => `<script src="${src}"></script>`;
const html = `<!doctype html><meta charset="utf-8"><title>mini</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><body>${[
  '/given.js',
  '/templates.js',
  '/modules.js',
  '/shell.js',
]
  .map(scriptTag)
  .join('')}`;

/** A script of the package as a function of what it may reach. */
const moduleText = (path: string, code: string) =>
  `engineModules[${JSON.stringify(path)}]=function(scope,require,module,exports){with(scope){` +
  `(function(){${code}\n}).call(undefined)}};`;

/** Serves the package, the compiled templates and the shell to this browser page. */
export async function servePackage(page: Page, files: PackageFiles, launch: () => Launch): Promise<void> {
  shell ??= bundleShell();
  const { scripts, templates, style, ...rest } = files;
  const answers: Record<string, () => string | Promise<string>> = {
    '/': () => html,
    '/style.css': () => baseStyle + styleToCss(style).replaceAll(/(^|[\s,}])page(?=[\s,{])/g, '$1wx-page'),
    '/given.js': () =>
      `var engineModules={},enginePackage=${JSON.stringify(rest)},engineLaunch=${JSON.stringify(launch())};`,
    '/templates.js': () => `var engineTemplates=${templates};`,
    '/modules.js': () =>
      Object.entries(scripts)
        .map(([path, code]) => moduleText(path, code))
        .join('\n'),
    '/shell.js': () => shell ?? '',
  };
  await page.route(`${origin}/**`, async (route: Route) => {
    const path = new URL(route.request().url()).pathname;
    const body = await answers[path]?.();
    if (body === undefined) return route.fulfill({ status: 404, body: '' });
    const type = path === '/' ? 'text/html' : path.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill({
      body,
      contentType: `${type}; charset=utf-8`,
      headers: { 'content-security-policy': policy },
    });
  });
}
