import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { unzip } from '../functions/file/unzip';
import { atConsole, openBrowser, type Server, startServer } from './stage';
import { makeTourData } from './tour-data';

let server: Server;
let browser: Browser;
let number: string;
let resolved: string;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  ({ open: number, resolved } = await makeTourData(server));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('an inspector finds an order, verifies its chain, takes the evidence, and sees who looked and who exported', async () => {
  const handler = await atConsole(browser, server.base, 'renshe1');
  await handler.goto(`${server.base}/console/orders/${number}`);
  const looked = await handler.evaluate(
    `fetch('/api/orders/${number}/reveal', { method: 'POST', headers: { 'x-requested-with': 'console', 'content-type': 'application/json' }, body: JSON.stringify({ reason: '核对寄送地址' }) }).then((answer) => answer.status)`,
  );
  expect(looked).toBe(200);
  const page = await atConsole(browser, server.base, 'jiancha');
  await page.getByRole('link', { name: '工单', exact: true }).click();
  await page.getByRole('link', { name: number }).first().click();
  await page.waitForSelector('[data-testid=order-state]');
  expect(await page.locator('[data-testid^=command-]').count()).toBe(0);
  await page.getByRole('link', { name: '核验', exact: true }).click();
  await page.fill('[data-testid=verify-number]', number.toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=verdict-whole]');
  await page.getByText('核对寄送地址').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('[data-testid=evidence-pack]'),
  ]);
  const pack = unzip(readFileSync(await download.path()));
  expect([...pack.keys()]).toEqual(expect.arrayContaining(['events.json', 'verify.mjs', 'checksums.txt']));
  await page.getByRole('link', { name: '留痕记录', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: number });
  await row.filter({ hasText: '核对寄送地址' }).filter({ hasText: '示例处置员甲' }).first().waitFor();
  await page.getByText('导出', { exact: true }).click();
  await page.getByRole('row').filter({ hasText: '导出证据包' }).filter({ hasText: number }).waitFor();
}, 120_000);

it('an inspector opens a pattern, its orders, and one of them', async () => {
  const page = await atConsole(browser, server.base, 'jiancha');
  await page.getByRole('link', { name: '监督线索', exact: true }).click();
  await page.click('[data-testid=pattern-quick]');
  await page.getByRole('link', { name: resolved }).click();
  await page.waitForSelector('[data-testid=order-state]');
}, 120_000);
