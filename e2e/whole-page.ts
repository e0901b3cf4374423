import type { Page } from 'playwright-core';

/** A picture of all of the page: the app scrolls inside its frame, so the window is made as tall as what it holds. */
export async function pictureWholePage(page: Page, path: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const tall = await page.evaluate<number>(
    `Math.max(document.documentElement.scrollHeight, ...[...document.querySelectorAll('.taro_page')]
      .filter((one) => one.offsetParent !== null).map((one) => one.scrollHeight))`,
  );
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, Math.min(tall, 8000)) });
  await page.screenshot({ path, fullPage: true });
  await page.setViewportSize(size);
}
