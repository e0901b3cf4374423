import type { Browser, Page } from 'playwright-core';
import { handsOf } from './hands';
import { atConsole, openBrowser, type Server, startServer } from './stage';
import { makeReport, staffCommand, staffCookie } from './tour-data';

let server: Server;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await atConsole(browser, server.base, 'paidan');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const open = async (number: string, query = '') => {
  await page.goto(`${server.base}/console/orders/${number}${query}`);
  await page.waitForSelector(`[data-order="${number}"] [data-testid=order-state]`);
};
const untilState = (word: string) => page.waitForSelector(`[data-testid=order-state]:text-is("${word}")`);
const nowhere = '办什么手续我也说不清，反正跑了三个地方都说不归他们管。';

it('dispatches the first suggestion with one key, and sees why it was suggested', async () => {
  const number = await makeReport(server, '社保登记的材料交了三次，窗口还是不收，说系统里没有。');
  await open(number);
  await page.waitForSelector('[data-testid=suggested-1]');
  expect(await page.textContent('.suggestions li')).toMatch(/把握 \d+%/);
  const unit = (await page.textContent('[data-testid=suggested-1]'))?.replace(/^1\s*/, '') ?? '';
  await handsOf(page).press('Alt+1');
  await untilState('待接单');
  expect(await page.textContent('.lines')).toContain(`已派给${unit}`);
});

it('puts a duplicate under the first report with the reason alone to be written', async () => {
  const first = await makeReport(server, nowhere);
  const second = await makeReport(server, nowhere);
  await open(second);
  await page.waitForSelector('[data-testid=merge-into]');
  const hands = handsOf(page);
  await page.click(`a[data-testid=merge-into][href*="${first}"]`);
  await page.waitForSelector('[data-testid=field-primaryNumber]');
  expect(await page.inputValue('[data-testid=field-primaryNumber]')).toBe(first);
  await hands.reach('[data-testid=field-reason]');
  await hands.words('同一个人反映同一件事');
  await hands.press('Control+Enter');
  await untilState('已并案');
  await page.click(`[aria-label=相关的诉求] a:text-is("${first}")`);
  await page.waitForSelector(`[data-order="${first}"] [data-testid=order-state]`);
  expect(await page.textContent('[aria-label=相关的诉求]')).toContain('并入本件');
});

it('sends a returned order to the right unit, which then may not return it a third time', async () => {
  const number = await makeReport(server, '单位参保登记一直没有办下来，电话里说法不一样。', '社会保险登记');
  const handler = await staffCookie(server, 'renshe1');
  const dispatcher = await staffCookie(server, 'paidan');
  await staffCommand(server, handler, number, 'return', { reason: '应由医保部门办理' });
  const { items } = await page.evaluate<{ items: { id: string; name: string }[] }>(
    `fetch('/api/desk/units').then((answer) => answer.json())`,
  );
  const unitId = items.find(({ name }) => name === '区人力资源社会保障局')?.id;
  await staffCommand(server, dispatcher, number, 'dispatch', { unitId, reason: '社保登记归该局' });
  await staffCommand(server, handler, number, 'return', { reason: '仍应由医保部门办理' });

  await page.goto(`${server.base}/console/`);
  await page.waitForSelector(`[data-testid="step-${number}"]`);
  const hands = handsOf(page);
  await hands.reach(`[data-testid="step-${number}"]`, 90);
  await hands.press('Enter');
  await page.waitForSelector('[data-testid=field-unitId]');
  expect(await page.textContent('.lines')).toContain('仍应由医保部门办理');
  await page.waitForSelector('[data-testid=command-form] input:focus', { state: 'attached' });
  await hands.words('区医保局');
  await page.waitForSelector('.ant-select-item-option-active');
  await hands.press('Enter');
  await hands.reach('[data-testid=field-reason]');
  await hands.words('两次退单，指定办理');
  await hands.press('Control+Enter');
  await untilState('待接单');
  const medical = await atConsole(browser, server.base, 'yibao1');
  await medical.goto(`${server.base}/console/orders/${number}`);
  await medical.waitForSelector('[data-testid=command-accept]');
  expect(await medical.locator('[data-testid=command-return]').count()).toBe(0);
});
