import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { aSession, startLocalApi } from './local-api';
import { aReceipt } from './sample';

/** Pictures of every web page in every mode, and what axe finds on them. Run: npx tsx client/miniapp/testing/screenshots.mjs [page…] */
const here = path.dirname(fileURLToPath(import.meta.url));
const site = path.join(here, '../dist/h5');
const screens = path.join(here, '../dist/screens');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const only = process.argv.slice(2);

const order = 'CM20261123000177';
const resolved = 'CM20261120000132';
const pages = [
  { name: 'home', path: '/' },
  { name: 'home-signed-in', path: '/', signedIn: true },
  { name: 'report', path: '/report' },
  { name: 'report-wrong', path: '/report', press: '#submit' },
  { name: 'report-filled', path: '/report', signedIn: true, fill: true },
  { name: 'receipt', path: '/receipt', receipt: true },
  { name: 'orders', path: '/orders', signedIn: true },
  { name: 'orders-signed-out', path: '/orders' },
  { name: 'order', path: `/order?number=${order}`, signedIn: true },
  { name: 'order-act', path: `/order?number=${order}`, signedIn: true, press: '#do-supplement' },
  { name: 'order-resolved', path: `/order?number=${resolved}`, signedIn: true },
  { name: 'order-missing', path: '/order?number=CM20261123000999', signedIn: true },
  { name: 'evaluate', path: `/evaluate?number=${resolved}`, signedIn: true },
  { name: 'look-up', path: '/look-up' },
  { name: 'messages', path: '/messages', signedIn: true },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'me', path: '/me', signedIn: true },
  { name: 'guide', path: '/guide' },
  { name: 'centres', path: '/centres' },
  { name: 'privacy', path: '/privacy' },
];
const modes = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'phone-elder', width: 390, height: 844, elder: true },
  { name: 'wide', width: 1440, height: 900 },
  { name: 'wide-elder', width: 1440, height: 900, elder: true },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'kiosk', width: 1080, height: 1920, kiosk: true },
];
const kioskPages = ['home', 'report', 'receipt', 'look-up', 'sign-in'];
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

function serveSite(pathname, response) {
  const wanted = path.join(site, pathname);
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : path.join(site, 'index.html');
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
  response.end(readFileSync(file));
}

const browserPath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

async function prepare(context, page, mode) {
  const kept = {
    'window.preference': { elder: Boolean(mode.elder), language: 'zh' },
    ...(page.signedIn ? { 'window.session': aSession } : {}),
    ...(page.receipt ? { 'window.receipt': { ...aReceipt(), earlier: false } } : {}),
  };
  await context.addInitScript((values) => {
    for (const [name, value] of Object.entries(values)) localStorage.setItem(name, JSON.stringify(value));
  }, kept);
}

async function faultsOf(tab) {
  await tab.evaluate(axe);
  const { violations, incomplete } = await tab.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  );
  const lines = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`),
  );
  // letters in the very colour of their ground are what axe only calls undecided
  const unseen = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) => nodes)
    .filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio'));
  lines.push(...unseen.map(({ target }) => `letters cannot be seen: ${target.join(' ')}`));
  const sideways = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return sideways > 1 ? [...lines, `wider than the screen by ${sideways} px`] : lines;
}

async function takeOne(browser, origin, page, mode) {
  const context = await browser.newContext({
    viewport: { width: mode.width, height: mode.height },
    hasTouch: mode.width < 800,
    isMobile: mode.width < 800,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  await prepare(context, page, mode);
  const tab = await context.newPage();
  const thrown = [];
  tab.on('pageerror', (error) => thrown.push(`thrown: ${error.message}`));
  tab.on(
    'console',
    (line) =>
      line.type() === 'error' && !line.text().includes('404') && thrown.push(`console: ${line.text()}`),
  );
  const address = new URL(page.path, origin);
  if (mode.kiosk) address.searchParams.set('kiosk', '1');
  await tab.goto(address.href, { waitUntil: 'networkidle' });
  if (page.fill)
    await tab.locator('#story').fill('我去办这件事，工作人员说材料不全，但没有一次讲清还缺什么。');
  if (page.press)
    await tab
      .locator(page.press)
      .first()
      .click({ timeout: 3000 })
      .catch((error) => thrown.push(error.message.split('\n')[0]));
  await tab.waitForTimeout(250);
  if ((await tab.locator('h1').count()) === 0) thrown.push('no heading: the page is empty');
  const faults = [...thrown, ...(await faultsOf(tab))];
  const tall = await tab.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.taro_page')].map((one) => one.scrollHeight), 0),
  );
  await tab.setViewportSize({ width: mode.width, height: Math.max(mode.height, tall) });
  await tab.screenshot({ path: path.join(screens, `${page.name}.${mode.name}.png`), fullPage: true });
  await context.close();
  return faults;
}

rmSync(screens, { recursive: true, force: true });
mkdirSync(screens, { recursive: true });
const api = await startLocalApi({}, serveSite);
const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let count = 0;
for (const page of pages.filter(({ name }) => only.length === 0 || only.includes(name))) {
  for (const mode of modes.filter(({ kiosk }) => !kiosk || kioskPages.includes(page.name))) {
    const faults = await takeOne(browser, api.origin, page, mode);
    for (const fault of faults) console.log(`${page.name} ${mode.name}: ${fault}`);
    count += faults.length;
  }
}
await browser.close();
await api.stop();
console.log(`Pictures in ${path.relative(process.cwd(), screens)}; ${count} faults.`);
process.exit(count ? 1 : 0);
