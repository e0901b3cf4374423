import type { Page } from 'playwright-core';

const busy = '.ant-btn-loading, .ant-spin-spinning';

const settledMs = 1500;

/**
 * How many orders the open window shows, after all its pages were asked for: as soon as there are as many as expected
 * and no more to ask for, otherwise once nothing changes any more.
 */
export async function linesShown(page: Page, expected: number | null): Promise<number> {
  const window = page.getByRole('dialog');
  const more = window.getByRole('button', { name: /^更\s*多$/ });
  let [lines, since] = [-1, Date.now()];
  for (;;) {
    const working = (await window.locator(busy).count()) > 0;
    const now = await window.locator('tr.ant-table-row').count();
    if (working || now !== lines) [lines, since] = [now, Date.now()];
    const whole = !working && (await more.count()) === 0;
    if (whole && (now === expected || Date.now() - since > settledMs)) return now;
    if (!working && !whole) await more.click({ timeout: 1000 }).catch(() => undefined);
    await page.waitForTimeout(50);
  }
}

export async function closeWindow(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** What the open window's three parts say they hold: those that count, those that do not, all. Empty for a plain count. */
export async function partsOf(page: Page): Promise<{ label: string; n: number }[]> {
  const labels = await page.getByRole('dialog').locator('.ant-segmented-item-label').allTextContents();
  return labels.map((label) => ({ label, n: Number(label.match(/(\d+)$/)?.[1]) }));
}
