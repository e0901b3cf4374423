import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { atConsole, openBrowser, type Server, startServer } from './stage';
import { call, makeReport, staffCommand, staffCookie } from './tour-data';
import { violations } from './violations';

let server: Server;
let browser: Browser;
let handler: Page;
let number: string;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  handler = await atConsole(browser, server.base, 'renshe1');
  number = await makeReport(server, '材料都交了三次，窗口说系统里查不到，一直没有受理。', '社会保险登记', [
    'Landscape_9.jpg',
    'noexif.jpg',
  ]);
  await staffCommand(server, await staffCookie(server, 'renshe1'), number, 'accept');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const photo = (name: string) => join(__dirname, '../data/photos', name);
const pdf = { name: '告知单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
const view = '[data-testid=viewer-picture]';
const arrived = (page: Page, count: number) =>
  page
    .locator('[data-testid=attached-done]')
    .nth(count - 1)
    .waitFor();
const sent = (page: Page) => page.waitForSelector('[data-testid=command-submit]', { state: 'detached' });
/** The newest line of this title on the order page. */
const lineOf = (page: Page, title: string): Locator => page.locator('.lines li', { hasText: title }).first();

/** How many pixels the large picture has across, once it is there. */
async function loadedWidth(page: Page): Promise<number> {
  await page.waitForSelector(view);
  return page.evaluate(`(async () => {
    const picture = document.querySelector('${view}');
    await picture.decode();
    return picture.naturalWidth;
  })()`);
}

async function openForm(page: Page, command: string): Promise<void> {
  await page.goto(`${server.base}/console/orders/${number}?do=${command}`);
  await page.waitForSelector('[data-testid=command-submit]');
}

it('looks at the reported photos large: nearer, turned, the next one, and away by Escape', async () => {
  await handler.goto(`${server.base}/console/orders/${number}`);
  const small = handler.getByRole('button', { name: /^看大图/ }).first();
  await small.focus();
  await handler.keyboard.press('Enter');
  const large = handler.locator(view);
  await large.waitFor();
  expect(await loadedWidth(handler)).toBeGreaterThan(320);
  const place = () => handler.textContent('[data-testid=viewer-place]');
  const box = async () => {
    const found = await large.boundingBox();
    if (!found) throw new Error('the picture is not shown');
    return found;
  };

  const first = await box();
  expect(await place()).toBe('第 1 张，共 2 张');
  await handler.keyboard.press('+');
  expect((await box()).width).toBeCloseTo(first.width * 1.25, 0);
  await handler.getByRole('button', { name: /^缩小/ }).click();
  expect((await box()).width).toBeCloseTo(first.width, 0);

  await handler.keyboard.press('r');
  const turned = await box();
  expect(turned.width).toBeCloseTo(first.height, 0);
  expect(turned.height).toBeCloseTo(first.width, 0);
  await handler.keyboard.press('0');

  await handler.mouse.move(600, 300);
  await handler.mouse.down();
  await handler.mouse.move(540, 340);
  await handler.mouse.up();
  const moved = await box();
  expect([moved.x - first.x, moved.y - first.y].map(Math.round)).toEqual([-60, 40]);

  const source = await large.getAttribute('src');
  await handler.keyboard.press('ArrowRight');
  expect(await place()).toBe('第 2 张，共 2 张');
  expect(await large.getAttribute('src')).not.toBe(source);
  await handler.getByRole('button', { name: /^下一张/ }).click();
  expect(await place()).toBe('第 1 张，共 2 张');
  await handler.keyboard.press('ArrowLeft');
  expect(await place()).toBe('第 2 张，共 2 张');

  expect(await violations(handler)).toEqual([]);
  await handler.keyboard.press('Escape');
  await large.waitFor({ state: 'detached' });
  expect(await handler.evaluate('document.activeElement?.className')).toBe('picture');
});

it('puts a photo and a PDF to an internal note and opens the photo where the note stands', async () => {
  await openForm(handler, 'note');
  await handler.fill('[data-testid=field-text]', '窗口现场拍的');
  await handler.setInputFiles('.attach input[type=file]', photo('animated-loop-3.gif'));
  await handler.locator('.attach .ant-alert', { hasText: '动图暂不支持' }).waitFor();
  await handler.setInputFiles('.attach input[type=file]', photo('truncated.jpg'));
  await handler.locator('[data-testid=attached-failed]', { hasText: '打不开' }).waitFor();
  await handler.click('[data-testid=command-submit]');
  await handler.locator('.ant-form-item-explain-error', { hasText: '有 1 个文件没有传上去' }).waitFor();
  expect(await violations(handler)).toEqual([]);
  await handler.getByRole('button', { name: '删去 truncated.jpg' }).click();

  const bytes = readFileSync(photo('noexif.jpg')).toString('base64');
  const dropped = await handler.evaluateHandle(`(() => {
    const given = new DataTransfer();
    const bytes = Uint8Array.from(atob('${bytes}'), (letter) => letter.charCodeAt(0));
    given.items.add(new File([bytes], '现场.jpg', { type: 'image/jpeg' }));
    return given;
  })()`);
  await handler.dispatchEvent('.attach .ant-upload-btn', 'drop', { dataTransfer: dropped });
  await arrived(handler, 1);
  await handler.setInputFiles('.attach input[type=file]', pdf);
  await arrived(handler, 2);
  await handler.click('[data-testid=command-close]');
  await handler.click('[data-testid=command-note]');
  await arrived(handler, 2);
  await handler.click('[data-testid=command-submit]');
  await sent(handler);

  const line = lineOf(handler, '窗口现场拍的');
  expect(await line.textContent()).toContain('反映人看不到');
  expect(await line.getByRole('link', { name: '附件1.pdf' }).count()).toBe(1);
  await line.getByRole('button', { name: /^看大图/ }).click();
  expect(await loadedWidth(handler)).toBeGreaterThan(0);
  await handler.keyboard.press('Escape');
  await handler.locator(view).waitFor({ state: 'detached' });
});

it('sends a photo with a supplement, and the pictures that are there are not loaded anew', async () => {
  await openForm(handler, 'supplement');
  await handler.fill('[data-testid=field-text]', '补一张回执');
  await handler.setInputFiles('.attach input[type=file]', photo('noexif.jpg'));
  await arrived(handler, 1);
  const before = await handler.locator('.picture img').first().getAttribute('src');
  await handler.click('[data-testid=command-submit]');
  await sent(handler);
  expect(await handler.locator('.picture img').first().getAttribute('src')).toBe(before);
  expect(await lineOf(handler, '补一张回执').locator('.picture').count()).toBe(1);
});

it('asks another unit with a photo and is answered with one', async () => {
  const medical = await atConsole(browser, server.base, 'yibao1');
  await openForm(handler, 'assist');
  await handler.getByLabel('单位', { exact: true }).fill('区医保局');
  await handler.keyboard.press('Enter');
  await handler.fill('[data-testid=field-request]', '请核对这张回执');
  await handler.fill('[data-testid=field-dueOn]', await resolveDay());
  await handler.setInputFiles('.attach input[type=file]', photo('noexif.jpg'));
  await arrived(handler, 1);
  await handler.click('[data-testid=command-submit]');
  await sent(handler);
  expect(await lineOf(handler, '请核对这张回执').locator('.picture').count()).toBe(1);

  await openForm(medical, 'assist-reply');
  await medical.click('[data-testid=field-answer-decline]');
  await medical.waitForSelector('.attach', { state: 'detached' });
  await medical.click('[data-testid=field-answer-reply]');
  await medical.fill('[data-testid=field-reply]', '已核对，记录在这里');
  await medical.setInputFiles('.attach input[type=file]', photo('Landscape_9.jpg'));
  await arrived(medical, 1);
  await medical.click('[data-testid=command-submit]');
  await sent(medical);
  expect(await lineOf(medical, '已核对，记录在这里').locator('.picture').count()).toBe(1);
});

it('takes the papers of a visitor with the report, and again when the visitor comes back with more', async () => {
  const clerk = await atConsole(browser, server.base, 'chuangkou');
  const register = async () => {
    await clerk.goto(`${server.base}/console/register`);
    await clerk.fill('[data-testid=field-phone]', '13800000081');
  };
  const addPhoto = async () => {
    await clerk.setInputFiles('.attach input[type=file]', photo('noexif.jpg'));
    await arrived(clerk, 1);
  };
  await register();
  await clerk.fill('[data-testid=field-name]', '示例来访');
  await clerk.fill('[data-testid=field-story]', '同一份材料交了三次，一直没有受理。');
  await addPhoto();
  await clerk.click('[data-testid=register-submit]');
  const registered = (await clerk.textContent('[data-testid=slip-number]')) ?? '';

  await register();
  await clerk.locator('[data-testid=callers] button', { hasText: '补充' }).first().click();
  await clerk.fill('[data-testid=field-supplement]', '又带来一张回执');
  await addPhoto();
  await clerk.getByRole('button', { name: '补充', exact: true }).click();
  await clerk.waitForSelector('[data-testid=slip-number]');

  await clerk.goto(`${server.base}/console/orders/${registered}`);
  await clerk.waitForSelector('.lines');
  for (const words of ['又带来一张回执', '登记'])
    expect(await lineOf(clerk, words).locator('.picture').count()).toBe(1);
});

/** The day by which the order itself must be resolved. */
async function resolveDay(): Promise<string> {
  const staff = await staffCookie(server, 'renshe1');
  const { clocks } = await call<{ clocks: { kind: string; dueAt: string }[] }>(
    server,
    'GET',
    `/orders/${number}`,
    undefined,
    staff,
  );
  return clocks.find(({ kind }) => kind === 'resolve')?.dueAt.slice(0, 10) ?? '';
}
