import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { addPhotos, provePhone, readReceipt, story } from './report-form';
import { openBrowser, openFolder, type Server, startServer } from './stage';
import { lastCode } from './tour-data';

const key = 'a key of thirty-two bytes that both know';
const company = { name: '上海示例有限公司', creditCode: '91350100M000100Y43' };

/** A host app's page: frames what its address names, and keeps what it is told, with who said it. */
const hostPage = (embed: string) => `<!doctype html><title>host</title>
<iframe id="app" width="390" height="800" src="${embed}"></iframe>
<script>
  window.heard = [];
  addEventListener('message', (event) => heard.push({ origin: event.origin, ...event.data }));
  window.ask = (kind) => document.getElementById('app').contentWindow.postMessage({ source: 'window-host', kind }, '*');
</script>`;

let server: Server;
let browser: Browser;
let hosts: HttpServer[];
let allowed: string;
let stranger: string;

async function startHost(): Promise<{ http: HttpServer; origin: string }> {
  const http = createServer((request, response) => {
    const embed = new URL(request.url ?? '/', 'http://localhost').searchParams.get('embed') ?? '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hostPage(embed));
  });
  await new Promise<void>((ready) => http.listen(0, 'localhost', ready));
  return { http, origin: `http://localhost:${(http.address() as AddressInfo).port}` };
}

beforeAll(async () => {
  const [one, two] = [await startHost(), await startHost()];
  hosts = [one.http, two.http];
  [allowed, stranger] = [one.origin, two.origin];
  server = await startServer(openFolder('window-embed-'), {
    FRAME_ANCESTORS: allowed,
    HOST_TICKETS: JSON.stringify([{ id: 'enterprise-cloud', alg: 'HS256', key, audience: 'window' }]),
  });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  for (const host of hosts) host.close();
});

let context: BrowserContext;
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 430, height: 860 }, locale: 'zh-CN' });
});
afterEach(() => context.close());

/** The app inside a host's page. */
async function embed(host: string, path: string): Promise<{ page: Page; app: Frame }> {
  const page = await context.newPage();
  await page.goto(`${host}/?embed=${encodeURIComponent(`${server.base}${path}`)}`);
  const element = await page.waitForSelector('#app');
  const app = await element.contentFrame();
  if (!app) throw new Error('There is no frame.');
  return { page, app };
}

/** As where a browser gives a frame of another site no place to keep anything. */
const withoutStorage = () =>
  context.addInitScript(`if (window.parent !== window) {
    const refuse = { get() { throw new DOMException('denied', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'sessionStorage', refuse);
    Object.defineProperty(document, 'cookie', refuse);
  }`);

interface Heard {
  origin: string;
  source: string;
  kind: string;
  title?: string;
}
const heard = async (page: Page): Promise<Heard[]> => (await page.evaluate('window.heard')) as Heard[];

function ticket(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const head = `${part({ alg: 'HS256' })}.${part({
    iss: 'enterprise-cloud',
    aud: 'window',
    sub: randomUUID(),
    jti: randomUUID(),
    iat,
    exp: iat + 120,
    enterprise: company,
    operator: '张示例',
  })}`;
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
}

async function fill(app: Frame): Promise<void> {
  await app.getByText('社会保险登记', { exact: true }).first().click();
  await app.click('#place-online');
  await app.click('#stage-not-accepted');
  await app.fill('#story', story);
}

it('is framed by an allowed host alone, and the console by nobody', async () => {
  const { app } = await embed(allowed, '/home');
  await app.waitForSelector('#go-report');
  const refused = await embed(stranger, '/home');
  await refused.page.waitForTimeout(1500);
  expect(await refused.app.locator('#go-report').count()).toBe(0);
  expect(await heard(refused.page)).toEqual([]);
  const policy = (await fetch(`${server.base}/console/`)).headers.get('content-security-policy');
  expect(policy).toContain("frame-ancestors 'none'");
});

it('takes a report in a frame that may keep nothing, with no cookie, and follows it', async () => {
  await withoutStorage();
  const { page, app } = await embed(allowed, '/home');
  await app.click('#go-report');
  await app.waitForSelector('#matter-search');
  await fill(app);
  await app.fill('#name', '示例市民');
  await app.fill('#phone', '13800000331');
  await app.click('#send-code');
  await app.waitForSelector('.told.good');
  await app.fill('#code', await lastCode(server));
  await app.click('#verify-code');
  await app.waitForSelector('#phone-tied');
  await app.locator('#consent').click();
  await app.click('#submit');
  await app.waitForSelector('#receipt-number', { timeout: 30_000 });
  const number = await app.textContent('#receipt-number');
  await app.click('#open-order');
  await app.waitForSelector('#order-number');
  expect(await app.textContent('#order-number')).toBe(number);
  expect(await context.cookies()).toEqual([]);
  await page.close();
}, 120_000);

it('knows a company by its host’s ticket, asks for nothing that the host has told, and hides the ticket', async () => {
  const page = await context.newPage();
  await page.goto(`${server.base}/report?channel=enterprise-cloud&ticket=${ticket()}`);
  await page.waitForSelector('#vouched');
  expect(page.url()).not.toContain('ticket');
  expect(await page.textContent('#vouched')).toContain(company.creditCode);
  expect(await page.inputValue('#name')).toBe('张示例');
  await fill(page.mainFrame());
  await provePhone(page, server, '13800000332');
  await page.waitForSelector('#phone-tied');
  await page.waitForSelector('#vouched');
  await addPhotos(page, ['noexif.jpg']);
  await page.waitForSelector('.file-row.done');
  await page.locator('#consent').click();
  await page.click('#submit');
  const { number } = await readReceipt(page);
  await page.goto(`${server.base}/orders`);
  await page.waitForSelector(`#order-${number}`);
}, 120_000);

it('tells its host which page is shown, when to close and what to share; it hears its host and nobody else', async () => {
  const { page, app } = await embed(allowed, '/home');
  await app.click('#go-centres');
  await app.waitForSelector('#centre-search');
  await app.click('#host-close:visible');
  await page.evaluate('window.ask("share")');
  await page.waitForFunction("heard.some((one) => one.kind === 'share')");
  const said = await heard(page);
  expect(new Set(said.map((one) => one.origin))).toEqual(new Set([server.base]));
  expect(said).toContainEqual(expect.objectContaining({ kind: 'title', title: '政务服务中心' }));
  expect(said).toContainEqual(expect.objectContaining({ kind: 'close', source: 'window-reporter' }));
  expect(said).toContainEqual(expect.objectContaining({ kind: 'share', url: `${server.base}/home` }));
  await app.evaluate(`window.postMessage({ source: 'window-host', kind: 'back' }, '*')`);
  await page.waitForTimeout(500);
  expect(await app.locator('#centre-search').isVisible()).toBe(true);
  await page.evaluate('window.ask("back")');
  await app.waitForSelector('#go-report:visible');
  await page.waitForFunction("heard.at(-1).title === '“办不成事”反映窗口'");
}, 60_000);
