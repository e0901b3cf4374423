import excel from 'exceljs';
import type { Browser } from 'playwright-core';
import { atConsole, openBrowser, type Server, startServer } from './stage';

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

const titles = ['市平台编号', '姓名', '手机号', '诉求内容'];
const story = '在市平台办到一半退出来了，材料交了三次都没有受理。';
const row = (number: string, phone = '13800000061') => [number, '示例市民', phone, story];

async function spreadsheet(): Promise<Buffer> {
  const book = new excel.Workbook();
  book.addWorksheet('工单').addRows([titles, row('SH-1001'), row('SH-1002', '021-59611111'), row('SH-1003')]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

it('takes in a spreadsheet and a paste of the city portal, says why not of each row, and marks what was entered there', async () => {
  const page = await atConsole(browser, server.base, 'paidan');
  const counts = (words: string) => page.locator('[data-testid=import-counts]', { hasText: words }).waitFor();
  await page.goto(`${server.base}/console/city-import`);
  const file = { name: '工单.xlsx', mimeType: 'application/octet-stream', buffer: await spreadsheet() };
  await page.setInputFiles('input[type=file]', file);
  await counts('收下 2 件，重复 0 件，未收下 1 件');
  await page.locator('td', { hasText: '手机号：请填写 11 位手机号' }).waitFor();

  const pasted = [titles, row('SH-1003'), row('SH-1004')].map((cells) => cells.join('\t')).join('\n');
  await page.fill('[data-testid=paste]', pasted);
  await page.click('[data-testid=paste-start]');
  await counts('收下 1 件，重复 1 件，未收下 0 件');

  await page.fill('[data-testid=paste]', '甲\t乙\n1\t2');
  await page.click('[data-testid=paste-start]');
  await page.locator('.ant-alert', { hasText: '缺少：市平台编号、姓名、诉求内容' }).waitFor();

  await page.goto(`${server.base}/console/city-portal`);
  await page.getByRole('tab', { name: '录入一件' }).click();
  await page.fill('[data-testid=field-city-number]', 'SH-1005');
  await page.fill('[data-testid=field-name]', '示例市民');
  await page.fill('[data-testid=field-story]', story);
  await page.click('[data-testid=city-submit]');
  await page.waitForSelector('[data-testid=city-number]');
  await page.getByRole('tab', { name: '尚未回填' }).click();
  await page.locator('td', { hasText: 'SH-1005' }).waitFor();
  await page.getByLabel('选中 SH-1001').check();
  await page.getByLabel('选中 SH-1003').check();
  await page.click('[data-testid=mark-entered]');
  await page.locator('.ant-alert', { hasText: '已记下 2 件' }).waitFor();
  await page.locator('td', { hasText: 'SH-1001' }).waitFor({ state: 'detached' });
  expect(await page.locator('td', { hasText: /^SH-/ }).allTextContents()).toEqual(['SH-1004', 'SH-1005']);
  await page.context().close();
});
