import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { type MiniApp, openApp } from './engine/open-app';
import type { Platform } from './engine/package-files';
import { type PlatformServers, startPlatformServers } from './engine/platform-servers';
import { readPackage } from './engine/read-package';
import { openBrowser, openFolder, type Server, startServer } from './stage';
import { call, staffCookie } from './tour-data';

let platformServers: PlatformServers;
let server: Server;
let browser: Browser;
beforeAll(async () => {
  platformServers = await startPlatformServers();
  server = await startServer(undefined, platformServers.settings);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await platformServers?.close();
});

const story = '材料都交了三次，窗口说系统里查不到，一直没有受理。';
const photo = join(__dirname, '../data/photos/Landscape_9.jpg');

async function hold(platform: Platform, phone: string, photos = [photo]): Promise<MiniApp> {
  const files = readPackage(join(__dirname, '../client/miniapp/dist', platform), platform);
  const person = platformServers.person(platform, phone);
  return openApp(browser, { base: server.base, files, person, photos });
}

/** Fills the form in with a photo and hands it in; answers the number on the receipt. */
async function report(app: MiniApp, platform: Platform): Promise<string> {
  const { page } = app;
  await app.at('matter-search').locator('input').fill('社会保险登记');
  await page.locator('.on-top .matter', { hasText: '社会保险登记' }).first().click();
  await app.at('place-none').click();
  await app.at('stage-not-accepted').click();
  await app.at('story').locator('textarea').fill(story);
  await app.at('add-album').click();
  if (platform === 'weapp') await app.at('agree-privacy').click();
  await page.waitForSelector('.on-top .file-row.done');
  await app.at('platform-phone').click();
  await app.at('phone-tied').waitFor();
  await app.at('name').locator('input').fill('示例市民');
  await app.at('consent').click();
  await app.at('submit').click();
  await app.at('receipt-number').waitFor();
  return ((await app.at('receipt-number').textContent()) ?? '').replace(/\s/g, '');
}

/** The unit that has the order does what it must, until it is resolved. */
async function resolve(number: string): Promise<void> {
  const handler = await staffCookie(server, 'renshe1');
  const command = async (name: string, body: object) => {
    const { version } = await call<{ version: number }>(
      server,
      'GET',
      `/orders/${number}`,
      undefined,
      handler,
    );
    await call(server, 'POST', `/orders/${number}/${name}`, { version, ...body }, handler);
  };
  await command('accept', {});
  await command('contact', { result: 'reached', means: 'phone' });
  await command('classify', { complexity: 'ordinary' });
  await command('resolve', {
    found: '材料清单写得不清楚',
    done: '已当面受理，并改了材料清单',
    rule: '社会保险登记规定',
    result: 'solved',
    cause: 'unclear-guide',
  });
}

const signIns = { weapp: '/api/reporter/sessions/wechat', alipay: '/api/reporter/sessions/alipay' };

it.each<[Platform, string]>([
  ['weapp', '13800000201'],
  ['alipay', '13800000202'],
])('reports with a photo, follows and evaluates on the built %s package', async (platform, phone) => {
  const app = await hold(platform, phone);
  await app.start('pages/home/index');
  await app.at('go-report').click();
  await app.arrive('report/form/index');
  const number = await report(app, platform);
  expect(number).toMatch(/^CM\d{14}$/);
  expect(app.asked).toContainEqual({ method: 'POST', path: signIns[platform], status: 200, bytes: 0 });
  await app.at('open-order').click();
  await app.at('order-story').waitFor();
  expect(await app.words()).toContain(story);
  await resolve(number);
  await app.does('pullDown');
  await app.at('go-evaluate').click();
  await app.at('solved-yes').click();
  await app.at('level-5').click();
  await app.at('submit-evaluation').click();
  await app.at('thanks').waitFor();
  const staff = await staffCookie(server, 'paidan');
  const order = await call(server, 'GET', `/orders/${number}`, undefined, staff);
  expect(order).toMatchObject({ channel: platform === 'weapp' ? 'wechat' : 'alipay' });
  expect(order.evaluation).toMatchObject({ solved: true, satisfaction: 5 });
  expect(app.faults).toEqual([]);
  for (const path of app.pages) {
    await app.start(path, { number });
    expect({ path, faults: app.faults }).toEqual({ path, faults: [] });
  }
  await app.close();
});

it.each<[Platform, string]>([
  ['weapp', '13800000206'],
  ['alipay', '13800000207'],
])('shrinks a large photo on %s before it is sent', async (platform, phone) => {
  const large = join(openFolder('large-photo-'), 'large.jpg');
  const noise = {
    width: 2600,
    height: 1900,
    channels: 3,
    background: 'gray',
    noise: { type: 'gaussian', mean: 128, sigma: 40 },
  } as const;
  const { size } = await sharp({ create: noise }).jpeg({ quality: 97 }).toFile(large);
  expect(size).toBeGreaterThan(1.5 * 1024 * 1024);
  const app = await hold(platform, phone, [large]);
  await app.start('report/form/index');
  await app.at('platform-phone').click();
  if (platform === 'weapp') await app.at('agree-privacy').click();
  await app.at('phone-tied').waitFor();
  await app.at('add-album').click();
  await app.page.waitForSelector('.on-top .file-row.done');
  const sent = app.asked.find(({ method }) => method === 'PUT');
  expect(sent).toMatchObject({ status: 204 });
  expect(sent?.bytes).toBeGreaterThan(0);
  expect(sent?.bytes).toBeLessThan(size * 0.8);
  expect(app.faults).toEqual([]);
  await app.close();
});

it('asks for consent before a photo on WeChat, and takes the report without it', async () => {
  const app = await hold('weapp', '13800000203');
  await app.start('report/form/index');
  await app.at('add-album').click();
  await app.at('privacy-wish').waitFor();
  await app.at('refuse-privacy').click();
  await app.page.getByText('没有同意隐私保护指引，不能选照片。不附照片也能提交。').waitFor();
  expect(await app.page.locator('.on-top .file-row').count()).toBe(0);
  await app.at('platform-phone').click();
  await app.at('refuse-privacy').click();
  await app.page.getByText('没有取得本机号码，可以填手机号，用短信验证码。').waitFor();
  expect(app.faults).toEqual([]);
  await app.close();
});

it.each<Platform>(['weapp', 'alipay'])(
  'presets the place on %s when a hall is scanned while the form is open, and keeps what was written',
  async (platform) => {
    const admin = await staffCookie(server, 'guanli');
    const { halls } = await call<{ halls: { id: string; name: string }[] }>(server, 'GET', '/public/places');
    const scene = await call<{ scene: string }>(
      server,
      'POST',
      '/admin/scenes',
      { hallUnitId: halls[0]?.id, window: '3 号窗口' },
      admin,
    );
    const app = await hold(platform, '13800000204');
    await app.start('report/form/index');
    await app.at('story').locator('textarea').fill(story);
    await app.does('leave');
    await app.scans(scene.scene);
    await app.page.getByText('已按二维码填好').waitFor();
    expect(await app.at('story').locator('textarea').inputValue()).toBe(story);
    expect(app.faults).toEqual([]);
    await app.close();
  },
);

it.each<Platform>(['weapp', 'alipay'])(
  'offers a new version of the %s package on a page where nothing is being written, and shares no one’s words',
  async (platform) => {
    const app = await hold(platform, '13800000205');
    await app.start('pages/home/index');
    expect(await app.does('share')).toMatchObject({ path: '/pages/home/index', title: '“办不成事”反映窗口' });
    await app.does('newVersion');
    await app.at('start-update').waitFor();
    await app.at('go-report').click();
    await app.arrive('report/form/index');
    expect(await app.at('start-update').count()).toBe(0);
    await app.does('goBack');
    await app.at('start-update').click();
    expect(app.notes).toContainEqual({ kind: 'applyUpdate', text: '' });
    expect(app.faults).toEqual([]);
    await app.close();
  },
);
