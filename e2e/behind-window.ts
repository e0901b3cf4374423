import type { Page } from 'playwright-core';

const settledMs = 1500;

/** The open window in one look: its lines, and whether it is working or has more to ask for. A button that works has no name of its own. */
const look = (page: Page) =>
  page.getByRole('dialog').evaluate((window) => ({
    lines: window.querySelectorAll('tr.ant-table-row').length,
    working: window.querySelector('.ant-btn-loading, .ant-spin-spinning') !== null,
    more: [...window.querySelectorAll('button')].some((button) => /更\s*多/.test(button.textContent ?? '')),
  }));

/**
 * How many orders the open window shows, after all its pages were asked for: as soon as there are as many as expected
 * and no more to ask for, otherwise once nothing changes any more.
 */
export async function linesShown(page: Page, expected: number | null): Promise<number> {
  const more = page.getByRole('dialog').getByRole('button', { name: /更\s*多/ });
  let [seen, since] = [-1, Date.now()];
  for (;;) {
    const { lines, working, more: hasMore } = await look(page);
    if (working || hasMore || lines !== seen) [seen, since] = [lines, Date.now()];
    else if (lines === expected || Date.now() - since > settledMs) return lines;
    if (hasMore && !working) await more.click({ timeout: 1000 }).catch(() => undefined);
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
