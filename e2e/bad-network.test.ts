import type { Browser, Page, Route } from 'playwright-core';
import { addPhotos, fillReport, newDevice, readReceipt, story } from './report-form';
import { openBrowser, type Server, startServer } from './stage';
import { call } from './tour-data';

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

/** A phone with the form filled in, all but the submit; the keys that submits were sent with. */
async function readyToSubmit(phone: string) {
  const context = await newDevice(browser, 'phone');
  const page = await context.newPage();
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/orders')
      keys.push(request.headers()['idempotency-key']);
  });
  await page.goto(`${server.base}/report`);
  await fillReport(page, server, { phone });
  return { context, page, keys };
}

/** What the account of this page holds at the server, asked past the network of the page. */
async function ordersOf(page: Page): Promise<string[]> {
  const kept = String(await page.evaluate('localStorage.getItem("window.session")'));
  const { token } = JSON.parse(kept) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const { items } = await call<{ items: { number: string }[] }>(
    server,
    'GET',
    '/my/orders',
    undefined,
    headers,
  );
  return items.map((order) => order.number);
}

const submits = (url: URL) => url.pathname === '/api/orders';

/** Not submitted, said so, and everything is still there after the page was loaded again. */
async function expectDraftKept(page: Page): Promise<void> {
  await page.waitForSelector('#submit-problem', { timeout: 30_000 });
  expect(await page.textContent('#submit-problem')).toContain('内容都还在本机');
  await page.reload();
  await page.waitForSelector('#restored');
  expect(await page.inputValue('#story')).toBe(story);
  expect(await page.inputValue('#name')).toBe('示例市民');
  expect(await page.locator('#matter-picked').textContent()).toContain('社会保险登记');
}

async function submitOnce(page: Page): Promise<string> {
  await page.click('#submit');
  const { number } = await readReceipt(page);
  expect(await ordersOf(page)).toEqual([number]);
  await page.goto(`${server.base}/report`);
  await page.waitForSelector('#matter-search');
  expect(await page.locator('#restored').count()).toBe(0);
  return number;
}

it('keeps the draft when there is no network at submit, and sends it once afterwards', async () => {
  const { context, page, keys } = await readyToSubmit('13800000321');
  await context.setOffline(true);
  await page.click('#submit');
  await page.waitForSelector('#submit-problem', { timeout: 30_000 });
  await context.setOffline(false);
  await expectDraftKept(page);
  await submitOnce(page);
  expect(new Set(keys).size).toBe(1);
}, 120_000);

it.each([500, 503])(
  'keeps the draft when the server answers %d, and sends it once afterwards',
  async (status) => {
    const { page, keys } = await readyToSubmit(`138000003${status === 500 ? 22 : 23}`);
    await page.route(submits, (route) => route.fulfill({ status, body: '' }));
    await page.click('#submit');
    await page.waitForSelector('#submit-problem', { timeout: 30_000 });
    await page.unroute(submits);
    await expectDraftKept(page);
    await submitOnce(page);
    expect(new Set(keys).size).toBe(1);
  },
  120_000,
);

/** The server takes the report, and its answer never comes back. */
const loseAnswers = (times: number) => {
  let left = times;
  return async (route: Route) => {
    const answer = await route.fetch();
    expect(answer.status()).toBe(201);
    left -= 1;
    if (left >= 0) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  };
};

it('makes one report of it when the answer is lost after the server took it', async () => {
  const { page, keys } = await readyToSubmit('13800000324');
  await page.route(submits, loseAnswers(1));
  await submitOnce(page);
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
}, 120_000);

it('makes one report of it when every answer is lost, the page is loaded again and words were changed', async () => {
  const { page, keys } = await readyToSubmit('13800000325');
  await page.route(submits, loseAnswers(99));
  await page.click('#submit');
  await expectDraftKept(page);
  await page.unroute(submits);
  await page.fill('#story', `${story}后来又去了一次，还是一样。`);
  await page.click('#submit');
  const { number } = await readReceipt(page);
  expect(await ordersOf(page)).toEqual([number]);
  expect(new Set(keys).size).toBe(1);
  expect(await page.textContent('#receipt')).toContain('您上次的提交其实已经成功');
}, 120_000);

it('cannot be pressed twice into two reports', async () => {
  const { page } = await readyToSubmit('13800000326');
  await page.route(submits, async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  await page.locator('#submit').dblclick();
  const { number } = await readReceipt(page);
  expect(await ordersOf(page)).toEqual([number]);
}, 120_000);

it('sends each photo that was cut on its way again alone, and the report with all of them', async () => {
  const { context, page } = await readyToSubmit('13800000327');
  const puts: string[] = [];
  let cut = 1;
  await context.route(/\/api\/files\/blob|blobs|X-Amz|signature/i, async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    puts.push(route.request().url());
    if (cut > 0) {
      cut -= 1;
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  await addPhotos(page, ['Landscape_9.jpg', 'noexif.jpg', 'heic-iphone7.heic']);
  await page.locator('.file-row.failed').waitFor();
  await page.locator('.file-row.done').nth(1).waitFor();
  await page.click('#submit');
  await page.waitForSelector('#files-failed');
  expect(await page.locator('#submit').isEnabled()).toBe(true);
  const before = puts.length;
  await page.locator('.file-row.failed button').first().click();
  await page.locator('.file-row.done').nth(2).waitFor();
  expect(puts.length).toBe(before + 1);
  await page.click('#submit');
  await readReceipt(page);
  await page.click('#open-order');
  await page.locator('.gallery img').nth(2).waitFor();
}, 120_000);

it('waits for photos that are still on their way over a slow network, then submits by itself', async () => {
  const { context, page } = await readyToSubmit('13800000328');
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 30_000,
  });
  await addPhotos(page, ['Landscape_9.jpg']);
  await page.click('#submit');
  await page.getByText('传完会自动提交').waitFor();
  await page.waitForSelector('.file-row.sending');
  const { number } = await readReceipt(page);
  expect(await ordersOf(page)).toEqual([number]);
}, 180_000);

it('keeps photos that had arrived through a reload, and says which expired at the server', async () => {
  const { page } = await readyToSubmit('13800000329');
  await addPhotos(page, ['noexif.jpg']);
  await page.locator('.file-row.done').waitFor();
  await page.waitForTimeout(500);
  await page.reload();
  await page.locator('.file-row.done').waitFor();
  await page.route(submits, (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 422, code: 'file.not-ready', title: '有文件没有传完整，请重新上传。' }),
    }),
  );
  await page.click('#submit');
  await page.locator('.file-row.failed').waitFor();
  expect(await page.textContent('.file-row.failed')).toContain('存放超过一天已失效');
  await page.unroute(submits);
  await page.locator('.file-row.failed button', { hasText: '删除' }).click();
  await submitOnce(page);
}, 120_000);
