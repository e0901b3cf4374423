import type { Browser, Page } from 'playwright-core';
import { addPhotos, fillReport, newDevice, readReceipt, type Screen, story } from './report-form';
import { openBrowser, type Server, startServer } from './stage';
import { staffCommand, staffCookie } from './tour-data';

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

async function openForm(screen: Screen): Promise<Page> {
  const page = await (await newDevice(browser, screen)).newPage();
  await page.goto(`${server.base}/home`);
  await page.click('#go-report');
  await page.waitForSelector('#matter-search');
  return page;
}

/** On another device, nobody signed in: number and code open the order. */
async function lookUp(screen: Screen, number: string, code: string): Promise<Page> {
  const page = await (await newDevice(browser, screen)).newPage();
  await page.goto(`${server.base}/look-up`);
  const mistyped = number.replace(/.$/, (last) => String((Number(last) + 1) % 10));
  await page.fill('#look-up-number', mistyped);
  await page.waitForSelector('#number-wrong:not(:empty)');
  await page.fill('#look-up-number', number);
  await page.fill('#look-up-code', code);
  await page.click('#look-up');
  await page.waitForSelector('#order-sentence');
  return page;
}

const told = async (page: Page) => {
  await page.waitForSelector('#action-told');
  return page.textContent('#action-told');
};

async function supplement(page: Page): Promise<void> {
  await page.click('#do-supplement');
  await page.fill('#supplement-text', '补充一张窗口给的告知单。');
  await addPhotos(page, ['noexif.jpg']);
  await page.waitForSelector('.file-row.done');
  await page.click('#send-supplement');
  expect(await told(page)).toContain('已收到');
  await page.waitForSelector('#timeline .gallery img');
  expect(await page.textContent('#timeline')).toContain('您补充了材料');
}

async function answer(number: string): Promise<void> {
  const handler = await staffCookie(server, 'renshe1');
  const work = (name: string, body = {}) => staffCommand(server, handler, number, name, body);
  await work('accept');
  await work('contact', { result: 'reached', means: 'phone' });
  await work('resolve', {
    found: '材料清单写得不清楚',
    done: '已当面受理',
    rule: '社会保险登记规定',
    result: 'solved',
    cause: 'unclear-guide',
  });
}

const numbers: Record<Screen, string> = { phone: '13800000301', pc: '13800000302', kiosk: '13800000303' };

describe.each<Screen>(['phone', 'pc'])('on a %s', (screen) => {
  it('reports with photos, looks up, supplements, urges and evaluates', async () => {
    const page = await openForm(screen);
    await fillReport(page, server, { phone: numbers[screen] });
    await addPhotos(page, ['Landscape_9.jpg', 'heic-iphone7.heic']);
    await page.locator('.file-row.done').nth(1).waitFor();
    await page.click('#submit');
    const { number, code } = await readReceipt(page);
    expect(number).toMatch(/^CM\d{14}$/);
    expect(code).toMatch(/^[2-9A-HJ-KM-NP-Z]{6}$/);
    expect(await page.textContent('#receipt')).toContain('前');

    const other = await lookUp(screen, number, code);
    expect(await other.textContent('#order-story')).toBe(story);
    await other.click('#why');
    expect(await other.locator('.days li').count()).toBeGreaterThan(1);
    await supplement(other);
    await other.click('#do-urge');
    await other.fill('#urge-text', '已经等了几天，请尽快。');
    await other.click('#send-urge');
    expect(await told(other)).toContain('已收到');

    await answer(number);
    await other.click('#refresh');
    await other.waitForSelector('#go-evaluate');
    expect(await other.textContent('.reply-card')).toContain('已当面受理');
    await other.click('#go-evaluate');
    await other.waitForSelector('#submit-evaluation');
    await other.click('#submit-evaluation');
    await other.waitForSelector('.told.bad');
    await other.locator('#solved-no').click();
    await other.locator('#level-2').click();
    await other.getByText('没讲清楚').click();
    await other.fill('#comment', '还是要我再跑一趟。');
    await other.click('#submit-evaluation');
    await other.waitForSelector('#thanks');
    expect(await other.textContent('#thanks')).toContain('会有人打电话给您');
    await other.click('#back-to-order');
    await other.waitForSelector('#order-sentence');
    await other.getByText('没有解决，不满意').waitFor();

    await page.goto(`${server.base}/orders`);
    await page.click(`#order-${number}`);
    await page.waitForSelector('#order-sentence');
    expect(await page.textContent('#timeline')).toContain('您评价');
    await page.goto(`${server.base}/messages`);
    await page.waitForSelector('#read-all');
    await page.click('#read-all');
    await page.waitForSelector('#read-all', { state: 'detached' });
  }, 240_000);
});

it('reports for a company on a PC, with the credit code checked as it is typed, and withdraws', async () => {
  const page = await openForm('pc');
  await page.click('#kind-enterprise');
  await page.fill('#enterprise-name', '上海示例有限公司');
  await page.fill('#credit-code', '91310000MA1FL00000');
  await page.waitForSelector('.wrong');
  await page.fill('#credit-code', '91350100M000100Y43');
  await page.waitForSelector('.wrong', { state: 'detached' });
  await page.click('#for-whom-other');
  await page.fill('#other-name', '示例同事');
  await fillReport(page, server, { phone: '13800000304' });
  expect(await page.locator('.summary-row.done').count()).toBe(6);
  await page.click('#submit');
  const { number } = await readReceipt(page);
  await page.click('#open-order');
  await page.click('#do-withdraw');
  await page.click('#send-withdraw');
  await page.waitForSelector('.action-form .told.bad');
  await page.fill('#withdraw-text', '已经在窗口办好了。');
  await page.click('#send-withdraw');
  await page.waitForSelector('.mark-withdrawn');
  expect(await page.textContent('#order-number')).toBe(number);
}, 120_000);

it('points out an own report that is like the one being written', async () => {
  const page = await openForm('phone');
  await fillReport(page, server, { phone: '13800000305' });
  await page.click('#submit');
  const { number } = await readReceipt(page);
  await page.goto(`${server.base}/report`);
  await page.getByText('社会保险登记', { exact: true }).first().click();
  await page.fill('#story', story);
  await page.waitForSelector('#similar');
  await page.locator('#similar a').first().click();
  await page.waitForSelector('#order-number');
  expect(await page.textContent('#order-number')).toBe(number);
}, 120_000);

it('takes out what is held on me, and signs out on every device', async () => {
  const page = await openForm('phone');
  await fillReport(page, server, { phone: '13800000306' });
  await page.click('#submit');
  const { number } = await readReceipt(page);
  await page.goto(`${server.base}/me`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#export')]);
  const bytes = await (await import('node:fs/promises')).readFile(await download.path(), 'utf8');
  expect(bytes).toContain(number);
  await page.click('#sign-out-all');
  await page.click('#sign-out-all');
  await page.waitForSelector('#send-code');
  await page.goto(`${server.base}/order?number=${number}`);
  await page.waitForSelector('#send-code');
}, 120_000);
