import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = join(__dirname, '..');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A data folder that the database's own user can reach when the tests run as root. */
export function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  chmodSync(folder, 0o755);
  return folder;
}

export interface Server {
  base: string;
  dataDir: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts the built server as `npm start` does, on a free port and a data folder of its own. */
export async function startServer(
  dataDir = openFolder('window-e2e-'),
  settings: Record<string, string> = {},
): Promise<Server> {
  const port = settings.PORT ?? (await freePort());
  const child = spawn(process.execPath, ['dist/server.cjs'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  for (let left = 300; left > 0; left -= 1) {
    const up = await fetch(`${base}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) break;
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  const stop = () =>
    new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill('SIGTERM');
    });
  return { base, dataDir, process: child, stop };
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.BROWSER_PATH ?? '/usr/bin/chromium', args: flags });

/** A member of staff at the console, signed in. */
export async function atConsole(browser: Browser, base: string, username: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${base}/console/`);
  await page.fill('[data-testid=signin-username]', username);
  await page.fill('[data-testid=signin-password]', 'demo-2026');
  await page.click('[data-testid=signin-submit]');
  await page.waitForSelector('[data-testid=sign-out]');
  return page;
}

type Fields = Record<string, string>;

async function fill(page: Page, name: string, value: string): Promise<void> {
  const radio = page.locator(`[data-testid="field-${name}-${value}"]`);
  if ((await radio.count()) > 0) {
    await radio.first().click();
    return;
  }
  const field = page.locator(`[data-testid="field-${name}"]`).first();
  const tag = await field.evaluate((node) => node.tagName);
  if (tag === 'SELECT') await field.selectOption(value);
  else if (tag === 'INPUT' || tag === 'TEXTAREA') await field.fill(value);
  else {
    await field.click();
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
}

/** What the form says after it was sent: null when it was taken, otherwise its words to the member of staff. */
async function refusal(page: Page): Promise<string | null> {
  const said = page.locator('.ant-alert-error, .ant-form-item-explain-error, [data-testid=changed]').first();
  const gone = page.waitForSelector('[data-testid=command-submit]', { state: 'detached', timeout: 15_000 });
  const answer = await Promise.race([
    gone.then(() => null),
    said.waitFor({ timeout: 14_000 }).then(() => said.textContent()),
  ]).catch(() => `neither taken nor refused: ${page.url()}`);
  await gone.catch(() => null);
  return answer;
}

/** Opens the order, presses the command's button, fills its form, and waits until it was taken. */
export async function command(
  page: Page,
  base: string,
  number: string,
  name: string,
  fields: Fields = {},
): Promise<string> {
  for (let left = 3; left > 0; left -= 1) {
    await page.goto(`${base}/console/orders/${number}`);
    await page.click(`[data-testid="command-${name}"]`);
    await page.waitForSelector('[data-testid=command-submit]');
    for (const [field, value] of Object.entries(fields)) await fill(page, field, value);
    await page.click('[data-testid=command-submit]');
    const refused = await refusal(page);
    if (refused === null) break;
    if (left === 1 || !refused.includes('有人刚刚办理了')) throw new Error(`${name}: ${refused}`);
  }
  return (await page.textContent('[data-testid=order-state]')) ?? '';
}
