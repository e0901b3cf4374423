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

async function spreadsheet(rows: string[][]): Promise<Buffer> {
  const book = new excel.Workbook();
  book.addWorksheet('事项').addRows([['事项编码', '事项名称', '承办单位'], ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

it('looks at a sheet of matters, teaches a unit’s other name, saves, and finds the new matter by its initials', async () => {
  const page = await atConsole(browser, server.base, 'duban');
  await page.goto(`${server.base}/console/matters`);
  await page.getByRole('tab', { name: '导入' }).click();
  const buffer = await spreadsheet([
    ['CM-1', '海岛渔船登记', '区农业农村委'],
    ['CM-2', '渔港停泊', '崇明农委'],
  ]);
  await page.setInputFiles('input[type=file]', {
    name: '事项.xlsx',
    mimeType: 'application/octet-stream',
    buffer,
  });
  await page.locator('[data-testid=plan]', { hasText: '新增 1 项，变更 0 项，停用 0 项' }).waitFor();
  await page.locator('td', { hasText: '没有叫“崇明农委”的单位' }).waitFor();
  await page.getByLabel('“崇明农委”是哪个单位').click();
  await page.keyboard.type('农业农村');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '记住' }).click();
  await page.locator('[data-testid=plan]', { hasText: '新增 2 项，变更 0 项，停用 0 项' }).waitFor();
  await page.click('[data-testid=save-catalogue]');
  await page.locator('.ant-alert', { hasText: '已保存：新增 2 项' }).waitFor();
  await page.getByRole('tab', { name: '目录' }).click();
  await page.getByLabel('名称、拼音首字母或编码').fill('hdyc');
  await page.keyboard.press('Enter');
  await page.locator('td', { hasText: '海岛渔船登记' }).waitFor();
  await page.context().close();
});
