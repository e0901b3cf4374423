import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openApp } from './engine/open-app';
import type { PackageFiles, Platform } from './engine/package-files';
import { readPackage } from './engine/read-package';
import { openBrowser, openFolder, type Server, startServer } from './stage';
import { checkPackage } from './tiny-package';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const platforms: Platform[] = ['weapp', 'alipay'];
const folderOf = (platform: Platform) => join(__dirname, '../client/miniapp/dist', platform);
const query = { number: 'CM20261123000177', token: 'a-token-that-nobody-gave' };

/** What goes wrong when this page is the first that is opened. */
async function faultsOf(files: PackageFiles, path: string): Promise<string[]> {
  const app = await openApp(browser, { base: server.base, files });
  await app.start(path, query);
  await app.close();
  return app.faults;
}

it.each(platforms)('opens every page of the %s package cold', async (platform) => {
  const files = readPackage(folderOf(platform), platform);
  const app = await openApp(browser, { base: server.base, files });
  for (const path of files.pages) {
    await app.start(path, query);
    expect({ path, faults: app.faults }).toEqual({ path, faults: [] });
  }
  await app.close();
});

it.each(platforms)('gives the %s package no interface that the platform lacks', async (platform) => {
  const app = await openApp(browser, { base: server.base, files: readPackage(folderOf(platform), platform) });
  await app.start('pages/home/index');
  const names = await app.page.evaluate<string[]>('window.engineInterfaces');
  await app.close();
  expect(names).toContain('request');
  const global = platform === 'weapp' ? 'wx' : 'my';
  const calls = names.map((name) => `${global}.${name}()`).join(';');
  expect(checkPackage(platform, { 'app.js': calls })).toMatchObject({ status: 0 });
});

const page = 'follow/order/index';
const change = (file: string, to: (text: string) => string) => (folder: string) =>
  writeFileSync(join(folder, file), to(readFileSync(join(folder, file), 'utf8')));
const add = (file: string, text: string) => (folder: string) => appendFileSync(join(folder, file), text);

it.each<[string, (folder: string) => void, RegExp]>([
  [
    'throws while it is drawn',
    change(`${page}.js`, (text) =>
      text.replace(/\(\w+,"follow\/order\/index",/, '(()=>{throw Error("broken")},"follow/order/index",'),
    ),
    /broken/,
  ],
  ['does not register itself', change(`${page}.js`, () => ''), /did not start/],
  ['has a JSON that cannot be read', add(`${page}.json`, ','), /index\.json is no JSON/],
  [
    'names a component that is not there',
    change(`${page}.json`, () => '{"usingComponents":{"gone":"./gone"}}'),
    /gone\.json is not there/,
  ],
  ['has no template', (folder) => rmSync(join(folder, `${page}.wxml`)), /has no template/],
  ['requires a file that is not there', add(`${page}.js`, ';require("./gone")'), /gone\.js" is not defined/],
  [
    'requires another subpackage',
    add(`${page}.js`, ';require("../../report/form/index")'),
    /may not require/,
  ],
  [
    'runs text as code',
    add(`${page}.js`, ';(function(){}).constructor("return 1")()'),
    /unsafe-eval|evaluat/,
  ],
  ['calls what the platform lacks', add(`${page}.js`, ';wx.noSuchInterface()'), /noSuchInterface/],
  ['reaches for the browser', add(`${page}.js`, ';window.alert("")'), /alert/],
])('finds a page that %s', async (_title, spoil, wanted) => {
  const folder = openFolder('broken-package-');
  cpSync(folderOf('weapp'), folder, { recursive: true });
  spoil(folder);
  const faults = await Promise.resolve()
    .then(() => faultsOf(readPackage(folder, 'weapp'), page))
    .catch((failure: Error) => [failure.message]);
  rmSync(folder, { recursive: true });
  expect(faults.join('\n')).toMatch(wanted);
});
