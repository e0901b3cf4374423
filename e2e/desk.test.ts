import type { Browser, Page } from 'playwright-core';
import { atConsole, openBrowser, type Server, startServer } from './stage';
import { makeReport, makeTourData, staffCommand, staffCookie, type TourData } from './tour-data';

let server: Server;
let browser: Browser;
let data: TourData;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  data = await makeTourData(server);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A report for 区人社局, made by the reporter of the tour. */
const report = (story: string) => makeReport(server, story, '社会保险登记');
const text = (page: Page, selector: string) => page.locator(selector).innerText();
const focusedNumber = (page: Page) =>
  page.evaluate("document.activeElement?.closest('tr[data-number]')?.dataset.number ?? ''");

it('shows two people at once what the other does and that he is there, without a reload', async () => {
  const number = await report('两个人同时在看的一件，材料一直没有受理。');
  const one = await atConsole(browser, server.base, 'renshe1');
  const other = await atConsole(browser, server.base, 'renshe2');
  const row = `[data-testid="pressing-${number}"]`;
  await one.waitForSelector(row);
  expect(await text(one, row)).toContain('待接单');
  await other.goto(`${server.base}/console/orders/${number}`);
  await other.waitForSelector('[data-testid=order-state]');
  await one.waitForSelector(`${row} [data-testid=others-here]`, { timeout: 40_000 });
  expect(await text(one, `${row} [data-testid=others-here]`)).toContain('示例处置员乙正在看这一件');

  await one.click(`${row} a.entry`);
  await one.waitForSelector('.presence [data-testid=others-here]');
  await other.waitForSelector('.presence [data-testid=others-here]', { timeout: 40_000 });
  expect(await text(other, '.presence')).toContain('示例处置员甲');

  await one.goto(`${server.base}/console/`);
  await one.waitForSelector(`${row} [data-testid="step-${number}"]`);
  await staffCommand(server, await staffCookie(server, 'renshe2'), number, 'accept');
  await one.locator(row, { hasText: '办理中' }).waitFor({ timeout: 40_000 });
  const arrived = await report('页面开着的时候刚刚到的一件，没有人受理。');
  await one.waitForSelector(`[data-testid="pressing-${arrived}"] .fresh`, { timeout: 40_000 });
  expect(await text(one, '[data-testid=arrivals]')).toContain('刚到');
  for (const page of [one, other]) await page.context().close();
});

it('asks by the tag it holds, and is answered 304 while nothing changes', async () => {
  const page = await atConsole(browser, server.base, 'jiancha');
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const asked = new Map<string, string>();
  const answers: number[] = [];
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url));
  wire.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    if (asked.get(requestId)?.endsWith('/api/desk/summary')) answers.push(statusCode);
  });
  for (let left = 60; left > 0 && !answers.includes(304); left -= 1) await page.waitForTimeout(1000);
  expect(answers).toContain(304);
  await page.context().close();
});

it('is gone through, searched, chosen from and opened by keys alone', async () => {
  const numbers = [
    await report('第一件按键盘走到的，没有受理。'),
    await report('第二件按键盘走到的，没有受理。'),
  ];
  const page = await atConsole(browser, server.base, 'renshe1');
  await page.goto(`${server.base}/console/orders?sort=newest`);
  await page.waitForSelector(`[data-testid="order-row-${numbers[1]}"]`);
  const { keyboard } = page;
  await keyboard.press('j');
  expect(await focusedNumber(page)).toBe(numbers[1]);
  await keyboard.press('j');
  expect(await focusedNumber(page)).toBe(numbers[0]);
  await keyboard.press('x');
  await page.waitForSelector('.bulk-bar');
  await keyboard.press('k');
  await keyboard.press('x');
  expect(await text(page, '.bulk-bar')).toContain('已选 2 件');
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('x');
  await page.waitForSelector('.bulk-bar', { state: 'detached' });
  await keyboard.press('?');
  await page.waitForSelector('.key-help');
  await keyboard.press('Escape');
  await page.waitForSelector('.key-help', { state: 'hidden' });
  await keyboard.press('/');
  await keyboard.insertText('第二件按键盘');
  await keyboard.press('Enter');
  await page.waitForURL(/[?&]q=/);
  await page.locator(`tr[data-number="${numbers[0]}"]`).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('q')).toBe('第二件按键盘');
  await page.locator('[data-testid=columns]').focus();
  await keyboard.press('j');
  await keyboard.press('Enter');
  await page.waitForSelector('[data-testid=order-state]');
  expect(page.url()).toContain(numbers[1]);
  await page.context().close();
});

it('does to all chosen what each allows, and names the one refused with its reason', async () => {
  const numbers = [];
  for (const word of ['甲', '乙', '丙']) numbers.push(await report(`一起接单的${word}件，材料没有受理。`));
  const [, second = ''] = numbers;
  const page = await atConsole(browser, server.base, 'renshe1');
  await page.goto(`${server.base}/console/orders?sort=newest&q=${encodeURIComponent('一起接单')}`);
  for (const number of numbers) await page.click(`tr[data-number="${number}"] td.choose input`);
  await page.click('[data-testid=bulk-accept]');
  await page.waitForSelector('[data-testid=bulk-submit]');
  await staffCommand(server, await staffCookie(server, 'renshe2'), second, 'accept');
  await page.click('[data-testid=bulk-submit]');
  await page.waitForSelector('[data-testid=bulk-results]');
  expect(await text(page, '[data-testid=bulk-results] p')).toContain('接单成功 2 件，1 件没有办成');
  expect(await text(page, '.bulk-results .refused')).toContain(`${second} 有人刚刚办理了这件工单`);
  await page.click('[data-testid=bulk-close]');
  await page.locator('.bulk-bar', { hasText: '已选 1 件' }).waitFor();
  for (const number of numbers)
    await page.locator(`tr[data-number="${number}"]`, { hasText: '办理中' }).waitFor({ timeout: 40_000 });
  await page.context().close();
});

it('lets go of the chosen as soon as another list is asked for, and counts those on other pages', async () => {
  for (let left = 31; left > 0; left -= 1) await report(`很多页里的第${left}件，材料没有受理。`);
  const page = await atConsole(browser, server.base, 'renshe1');
  const all = `${server.base}/console/orders?sort=newest&q=${encodeURIComponent('很多页里的第')}`;
  const bar = page.locator('.bulk-bar');
  const chooseFirst = async (state: string) => {
    await page.locator(`.order-table tbody tr:first-child:has-text("${state}")`).waitFor();
    await page.locator('td.choose input').first().check();
    await bar.waitFor();
  };
  const gone = () => bar.waitFor({ state: 'detached' });

  await page.goto(all);
  await chooseFirst('待接单');
  await page.click('[data-testid=next-page]');
  await bar.getByText('已选 1 件，其中 1 件不在本页').waitFor();

  const pick = async (label: string, choice: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.locator('.ant-select-item-option', { hasText: choice }).click();
  };
  await pick('状态', '待接单');
  await gone();
  await page.waitForURL(/state=dispatched/);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('state'));
  expect(await bar.count()).toBe(0);

  await page.goto(all);
  await chooseFirst('待接单');
  await pick('排序', '最早在前');
  await gone();

  await chooseFirst('待接单');
  await page.locator('.order-table tbody tr').first().focus();
  await page.keyboard.press('/');
  await page.keyboard.insertText('第31件');
  await page.keyboard.press('Enter');
  await gone();

  await page.getByRole('button', { name: '存为常用' }).click();
  await page
    .locator('[data-testid=words-not-kept]', { hasText: '查找的字词可能涉及个人，不会保存' })
    .waitFor();
  await page.getByLabel('常用筛选的名称').fill('最早的');
  await page.getByRole('button', { name: '保存' }).click();
  const kept = page.getByRole('button', { name: '最早的', exact: true });
  await kept.waitFor();
  await page.keyboard.press('Escape');
  await page.goto(`${all}&state=dispatched`);
  await chooseFirst('待接单');
  await kept.click();
  await gone();
  expect(new URL(page.url()).search).toBe('?sort=oldest');
  await page.getByRole('button', { name: '存为常用' }).click();
  await page.getByLabel('常用筛选的名称').waitFor();
  expect(await page.locator('[data-testid=words-not-kept]').count()).toBe(0);
  await page.context().close();
});

it('keeps the chosen columns with the account, over sign-out', async () => {
  const heads = (page: Page) => page.locator('.order-table thead th').allInnerTexts();
  const page = await atConsole(browser, server.base, 'paidan');
  await page.goto(`${server.base}/console/orders`);
  await page.waitForSelector('.order-table');
  expect(await heads(page)).not.toContain('渠道');
  await page.click('[data-testid=columns]');
  await page.getByRole('checkbox', { name: '渠道' }).click();
  await page.getByRole('checkbox', { name: '反映人' }).click();
  await page.getByRole('button', { name: '编号往前移' }).click();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Escape');
  await page.click('[data-testid=sign-out]', { force: true });
  await page.waitForSelector('[data-testid=signin-username]');
  await page.context().close();
  const again = await atConsole(browser, server.base, 'paidan');
  await again.goto(`${server.base}/console/orders`);
  await again.locator('.order-table th', { hasText: '渠道' }).waitFor();
  const kept = (await heads(again)).filter(Boolean);
  expect(kept).toEqual(['灯', '编号', '期限', '状态', '内容', '现在由谁办', '提交', '渠道']);
  await again.context().close();
});

it('prints a plain table with who printed it and when, and writes that down', async () => {
  const page = await atConsole(browser, server.base, 'paidan');
  await page.goto(`${server.base}/console/orders?state=handling`);
  await page.waitForSelector('.order-table tbody tr');
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  for (const words of ['工单清单', '筛选：状态：办理中', '示例派单员', '打印　仅供工作使用'])
    expect(paper).toContain(words);
  for (const words of ['主菜单', '存为常用', '更多筛选', '下一页']) expect(paper).not.toContain(words);
  const recorded = page.waitForResponse((answer) => answer.url().endsWith('/api/console/prints'));
  await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
  expect((await recorded).status()).toBe(200);
  await page.context().close();
});

it('is held in one hand: a bar at the thumb, cards, targets of 44 pixels, no sideways scrolling', async () => {
  const page = await atConsole(browser, server.base, 'renshe1');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', 'orders', `orders/${data.open}`]) {
    await page.goto(`${server.base}/console/${path}`);
    await page.waitForSelector('.phone-bar');
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  }
  await page.goto(`${server.base}/console/`);
  await page.waitForSelector('.step');
  const small = `[...document.querySelectorAll('.phone-bar > *, .step, .queue, .entry')]
    .filter((each) => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 44)
    .map((each) => each.textContent)`;
  expect(await page.evaluate(small)).toEqual([]);
  await page.click('[data-testid=more]');
  await page.click('.all-pages a:has-text("问题清单")');
  await page.waitForURL('**/console/problems');
  await page.context().close();
});
