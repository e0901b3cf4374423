import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Server } from './stage';
import { lastCode } from './tour-data';

export const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  pc: { viewport: { width: 1440, height: 900 } },
  kiosk: { viewport: { width: 1080, height: 1920 }, hasTouch: true },
} as const;
export type Screen = keyof typeof screens;

/** A person with a device of their own: a browser that knows nothing yet. */
export const newDevice = (browser: Browser, screen: Screen): Promise<BrowserContext> =>
  browser.newContext({ ...screens[screen], locale: 'zh-CN', acceptDownloads: true });

export const photo = (name: string): string => join(__dirname, '../data/photos', name);

/** Picks files as the person would, from the album. */
export async function addPhotos(page: Page, names: string[], button = '#add-album'): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(button)]);
  await chooser.setFiles(names.map(photo));
}

/** Proves the phone at the form or the sign-in page. */
export async function provePhone(page: Page, server: Server, phone: string): Promise<void> {
  await page.fill('#phone', phone);
  await page.click('#send-code');
  await page.waitForSelector('.told.good');
  await page.fill('#code', await lastCode(server));
  await page.click('#verify-code');
}

export const story = '材料都交了三次，窗口说系统里查不到，一直没有受理。';

/** Fills in what every report needs, phone last; nothing is submitted. */
export async function fillReport(
  page: Page,
  server: Server,
  about: { phone: string; story?: string; matter?: string },
): Promise<void> {
  await page.fill('#matter-search', about.matter ?? 'shbxdj');
  await page.getByText('社会保险登记', { exact: true }).first().click();
  await page.click('#place-online');
  await page.click('#stage-not-accepted');
  await page.fill('#story', about.story ?? story);
  await page.fill('#name', '示例市民');
  await provePhone(page, server, about.phone);
  await page.waitForSelector('#phone-tied');
  await page.locator('#consent').click();
}

/** Number and code of the receipt that is shown. */
export async function readReceipt(page: Page): Promise<{ number: string; code: string }> {
  await page.waitForSelector('#receipt-number', { timeout: 30_000 });
  const read = async (id: string) => ((await page.textContent(id)) ?? '').replace(/\s/g, '');
  return { number: await read('#receipt-number'), code: await read('#receipt-code') };
}

/** Presses the keys on a terminal's screen, one by one. */
export async function pressKeys(terminal: Page, keys: string): Promise<void> {
  for (const key of keys) await terminal.locator('.keypad .key', { hasText: new RegExp(`^${key}$`) }).tap();
}

/** Fills the form in on a terminal, from its first page, with a photo; nothing is submitted. */
export async function fillByTouch(
  terminal: Page,
  server: Pick<Server, 'base'>,
  phone: string,
): Promise<void> {
  await terminal.tap('#go-report');
  await terminal.getByText('社会保险登记', { exact: true }).first().tap();
  await terminal.tap('#place-online');
  await terminal.tap('#stage-not-accepted');
  await terminal.fill('#story', story);
  await terminal.fill('#name', '示例市民');
  await pressKeys(terminal, phone);
  await terminal.tap('#send-code');
  await terminal.waitForSelector('.told.good');
  await pressKeys(terminal, await lastCode(server));
  await terminal.tap('#verify-code');
  await terminal.waitForSelector('#phone-tied');
  await addPhotos(terminal, ['noexif.jpg']);
  await terminal.waitForSelector('.file-row.done');
}
