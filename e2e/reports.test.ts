import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { makeFullDistrict } from './full-district';
import { findOffice, toPictures } from './office';
import { atConsole, openBrowser, type Server, startServer } from './stage';

let server: Server;
let browser: Browser;
let dataDir: string;
let saved: string;
beforeAll(async () => {
  dataDir = await makeFullDistrict(1200);
  saved = mkdtempSync(join(tmpdir(), 'window-saved-'));
  server = await startServer(dataDir);
  browser = await openBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  for (const folder of [dataDir, saved]) rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => `[data-testid=${name}]`;
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${server.base}/console${path}`);
  await page.waitForLoadState('networkidle');
}
/** The month before this one: its first and last day, and how it is called. */
function lastMonth() {
  const now = new Date(Date.now() + 8 * 3_600_000);
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0));
  const [from, to] = [first, last].map((day) => day.toISOString().slice(0, 10)) as [string, string];
  return { from, to, month: from.slice(0, 7) };
}
async function save(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(saved, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}
/** Where LibreOffice is on the machine, the file opens in it without a warning. */
function expectOpens(path: string): void {
  const office = findOffice();
  if (office) expect(toPictures(office, path).length).toBeGreaterThan(0);
}

it('the supervisor drafts last month’s notice, and its first number is the one of the figures page', async () => {
  const page = await atConsole(browser, server.base, 'duban');
  const { from, to } = lastMonth();
  await open(page, `/figures?from=${from}&to=${to}`);
  const received = (await page.textContent(`${at('figure-received')} b`)) ?? '';
  expect(Number(received)).toBeGreaterThan(5);
  await open(page, '/reports');
  await page.click(at('freeze'));
  await page.waitForSelector(at('notice-docx'));
  await page
    .getByText(new RegExp(`共收到诉求${received}件`))
    .first()
    .waitFor();
  expectOpens(await save(page, () => page.click(at('notice-docx'))));

  const inspector = await atConsole(browser, server.base, 'jiancha');
  await inspector.goto(page.url());
  await inspector
    .getByText(new RegExp(`共收到诉求${received}件`))
    .first()
    .waitFor();
}, 200_000);

it('a unit’s head takes last month’s report along as a document, and the district the same one', async () => {
  const { month } = lastMonth();
  for (const username of ['renshe-lingdao', 'duban']) {
    const page = await atConsole(browser, server.base, username);
    await open(page, `/unit-reports?month=${month}`);
    await page.getByRole('link', { name: '区人力资源社会保障局' }).click();
    const path = await save(page, () => page.click(at('report-docx')));
    expect(path).toContain('区人力资源社会保障局');
    expectOpens(path);
  }
}, 200_000);

it('the inspector reads a unit’s score line by line, and the lines add up to it', async () => {
  const page = await atConsole(browser, server.base, 'jiancha');
  const { from } = lastMonth();
  await open(page, `/assessment?year=${from.slice(0, 4)}`);
  await page.getByRole('button', { name: '看逐项：区人力资源社会保障局' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('接单按时率').waitFor();
  const points = await dialog
    .locator('tr.ant-table-row')
    .evaluateAll((rows) => rows.map((row) => Number(row.querySelectorAll('td')[4]?.textContent)));
  const counted = points.filter((each) => !Number.isNaN(each)).reduce((sum, each) => sum + each, 0);
  const [, sum, weight, score] =
    /得 ([\d.]+) 分.*÷ (\d+) × 100 = ([\d.]+) 分/.exec((await dialog.textContent()) ?? '') ?? [];
  expect(Number(sum)).toBeCloseTo(counted, 1);
  expect(Number(score)).toBeCloseTo((Number(sum) / Number(weight)) * 100, 1);
}, 120_000);
