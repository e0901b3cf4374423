import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoTerminalKey } from '../functions/db/seed/seed';
import { fillByTouch, newDevice, pressKeys, readReceipt, story } from './report-form';
import { openBrowser, type Server, startServer } from './stage';

let server: Server;
let browser: Browser;
let context: BrowserContext;
let terminal: Page;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  context = await newDevice(browser, 'kiosk');
  terminal = await context.newPage();
  await terminal.goto(`${server.base}/?kiosk=1&key=${demoTerminalKey}`);
});
afterEach(() => context.close());

/** The bearer tokens and uploads that the terminal was given. */
function watchGifts() {
  const tokens: string[] = [];
  const files: string[] = [];
  terminal.on('response', async (answer) => {
    if (!answer.ok() || answer.request().method() !== 'POST') return;
    const path = new URL(answer.url()).pathname;
    const said = (await answer.json().catch(() => ({}))) as { token?: string; id?: string };
    if (path === '/api/reporter/sessions' && said.token) tokens.push(said.token);
    if (path === '/api/files' && said.id) files.push(said.id);
  });
  return { tokens, files };
}

const statusOf = (path: string, token: string, method = 'GET') =>
  fetch(`${server.base}/api${path}`, { method, headers: { authorization: `Bearer ${token}` } }).then(
    (answer) => answer.status,
  );

/** Nothing of the last person: not in the storage, not on the page, not by walking back. */
async function expectBlank(traces: string[]): Promise<void> {
  await terminal.waitForSelector('#go-report');
  const kept: unknown = await terminal.evaluate(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
  );
  for (const trace of traces) expect(kept).not.toContain(trace);
  expect(await terminal.evaluate('localStorage.length')).toBe(0);
  await terminal.goBack();
  expect(terminal.url()).toBe('about:blank');
  await terminal.goForward();
  await terminal.tap('#go-report');
  expect(await terminal.inputValue('#story')).toBe('');
  expect(await terminal.inputValue('#name')).toBe('');
  await terminal.waitForSelector('#send-code');
  const shown = await terminal.textContent('body');
  for (const trace of traces) expect(shown).not.toContain(trace);
}

it('takes a report by touch, prints it on a roll of 80 mm, and forgets the person', async () => {
  const gifts = watchGifts();
  await fillByTouch(terminal, server, '13800000311');
  await terminal.locator('#consent').tap();
  await terminal.tap('#submit');
  const { number, code } = await readReceipt(terminal);
  await terminal.evaluate('window.print = () => { window.printed = (window.printed ?? 0) + 1; }');
  await terminal.tap('#print');
  expect(await terminal.evaluate('window.printed')).toBe(1);
  const pdf = (await terminal.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, wide, tall] = pdf.match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/) ?? [];
  expect(Math.round((Number(wide) / 72) * 25.4)).toBe(80);
  expect(Number(tall)).toBeGreaterThan(200);
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await terminal.evaluate('window.dispatchEvent(new Event("afterprint"))');
  await terminal.tap('#finish');
  await expectBlank([number, code, story, '示例市民']);
  expect(gifts.tokens).toHaveLength(1);
  expect(await statusOf('/my/orders', gifts.tokens[0] ?? '')).toBe(401);
}, 120_000);

it('warns when nobody touches it, then wipes what was begun, uploads and session as well', async () => {
  await terminal.clock.install();
  const gifts = watchGifts();
  await fillByTouch(terminal, server, '13800000312');
  const [token = ''] = gifts.tokens;
  await terminal.clock.runFor(72_000);
  await terminal.waitForSelector('#idle-warning');
  await terminal.locator('#idle-warning button').tap();
  await terminal.waitForSelector('#idle-warning', { state: 'detached' });
  await terminal.clock.runFor(60_000);
  expect(await terminal.locator('#idle-warning').count()).toBe(0);
  const removed = terminal.waitForResponse(
    (answer) => answer.request().method() === 'DELETE' && answer.url().includes(gifts.files[0] ?? 'none'),
  );
  await terminal.clock.runFor(30_500);
  expect((await removed).status()).toBeLessThan(300);
  await terminal.clock.resume();
  await expectBlank([story, '示例市民', '13800000312']);
  expect(await statusOf('/my/orders', token)).toBe(401);
}, 120_000);

it('opens an order by its number and code on the keys of the screen', async () => {
  await fillByTouch(terminal, server, '13800000313');
  await terminal.locator('#consent').tap();
  await terminal.tap('#submit');
  const { number, code } = await readReceipt(terminal);
  await terminal.tap('#finish');
  await terminal.waitForSelector('#go-look-up');
  await terminal.tap('#go-look-up');
  await pressKeys(terminal, number.slice(2));
  await pressKeys(terminal, code);
  await terminal.tap('#look-up');
  await terminal.waitForSelector('#do-supplement');
  expect(await terminal.textContent('#order-story')).toBe(story);
  const small =
    await terminal.evaluate(`[...document.querySelectorAll('button, a, input, label.choice-option')]
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width > 0 && box.height < 60 && one.type !== 'checkbox' && one.type !== 'radio'
      && !one.classList.contains('skip'))
    .map(([one, box]) => one.id || one.textContent + ' ' + Math.round(box.height))`);
  expect(small).toEqual([]);
}, 120_000);

it('tells at once that it is not registered, or no longer', async () => {
  const stranger = await (await newDevice(browser, 'kiosk')).newPage();
  await stranger.goto(`${server.base}/?kiosk=1&key=guessed`);
  await stranger.waitForSelector('#kiosk-unknown');
  expect(stranger.url()).not.toContain('guessed');
  await stranger.tap('#go-report');
  await stranger.waitForSelector('section:has(#where-title) #kiosk-unknown');
  await stranger.context().close();
});
