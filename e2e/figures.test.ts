import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { closeWindow, linesShown, partsOf } from './behind-window';
import { makeFullDistrict } from './full-district';
import { atConsole, openBrowser, type Server, startServer } from './stage';

let server: Server;
let browser: Browser;
let dataDir: string;
beforeAll(async () => {
  dataDir = await makeFullDistrict(1200);
  server = await startServer(dataDir);
  browser = await openBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const shanghai = (later: number) =>
  new Date(Date.now() + (8 + later * 24) * 3_600_000).toISOString().slice(0, 10);
const period = `from=${shanghai(-90)}&to=${shanghai(0)}`;
const at = (name: string) => `[data-testid=${name}]`;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${server.base}/console${path}`);
  await page.waitForLoadState('networkidle');
}

interface Shown {
  id: string;
  count: number;
  of: number | null;
}
/** The overview's cards as they stand: the count, and what it is a share of. */
const cards = (page: Page): Promise<Shown[]> =>
  page.locator('[data-testid^="figure-"]').evaluateAll((all) =>
    all.map((card) => {
      const [, count, of] = /(\d+) \/ (\d+)/.exec(card.textContent ?? '') ?? [];
      const plain = Number(card.querySelector('b')?.textContent);
      return {
        id: card.getAttribute('data-testid')?.replace('figure-', '') ?? '',
        count: count === undefined ? plain : Number(count),
        of: of === undefined ? null : Number(of),
      };
    }),
  );

/** How often something happened is told beside how many orders it happened to: one order may stand for several. */
const timesOf = (id: string) => id.endsWith('-times');

async function expectBehind(page: Page, { id, count, of }: Shown): Promise<void> {
  await page.click(at(`figure-${id}`));
  const parts = await partsOf(page);
  if (of !== null) {
    expect({ id, parts: parts.map(({ n }) => n) }).toEqual({ id, parts: [count, of - count, of] });
    for (const { label, n } of parts) {
      await page.getByRole('dialog').getByText(label, { exact: true }).click();
      expect({ id, label, lines: await linesShown(page, n) }).toEqual({ id, label, lines: n });
    }
  } else {
    const lines = await linesShown(page, timesOf(id) ? null : count);
    if (timesOf(id)) expect(lines > 0 && lines <= count).toBe(count > 0);
    else expect({ id, lines }).toEqual({ id, lines: count });
  }
  await closeWindow(page);
}

it.each([
  ['the supervisor', 'duban'],
  ['a unit’s head', 'renshe-lingdao'],
  ['the inspector', 'jiancha'],
])(
  '%s comes from every number of the overview down to just so many orders',
  async (_, username) => {
    const page = await atConsole(browser, server.base, username);
    await open(page, `/figures?${period}`);
    await page.waitForSelector(at('figure-received'));
    const shown = (await cards(page)).filter(({ id }) => id !== 'improvements-done');
    expect(shown.find(({ id }) => id === 'received')?.count).toBeGreaterThan(5);
    expect(shown.length).toBeGreaterThan(30);
    for (const card of shown) if ((card.of ?? card.count) > 0) await expectBehind(page, card);
    await page.click(at('figure-received'));
    await page.getByRole('dialog').getByRole('link').first().click();
    await page.waitForSelector(at('order-state'));
  },
  400_000,
);

/** The numbers of a page's tables that open orders: their words, as a screen reader says them. */
const numbers = (page: Page) => page.locator('button.number');
const countIn = (words: string) => Number(/[ ，](\d+)(?: 件| 次)?，查看工单$/.exec(words)?.[1] ?? Number.NaN);

it.each([
  ['units', 'duban'],
  ['channels', 'duban'],
  ['matters', 'jiancha'],
  ['causes', 'renshe-lingdao'],
  ['satisfaction', 'jiancha'],
  ['stuck', 'duban'],
  ['returns', 'duban'],
  ['custody', 'jiancha'],
  ['trends', 'renshe-lingdao'],
])(
  'the page of %s leads from its numbers to just so many orders',
  async (view, username) => {
    const page = await atConsole(browser, server.base, username);
    await open(page, `/figures/${view}?${period}`);
    await numbers(page).first().waitFor();
    const all = await numbers(page).evaluateAll((buttons) =>
      buttons.map((each) => each.getAttribute('aria-label') ?? ''),
    );
    for (const at of [0, 1, 2, Math.floor(all.length / 2), all.length - 1].filter(
      (n, nth, list) => list.indexOf(n) === nth,
    )) {
      const words = all[at];
      if (!words) continue;
      await numbers(page).nth(at).click();
      const [first] = await partsOf(page);
      const n = first ? first.n : countIn(words);
      expect({ words, lines: await linesShown(page, n) }).toEqual({ words, lines: n });
      await closeWindow(page);
    }
  },
  200_000,
);

it('a growing issue becomes an item of the problem list with its orders, for those who may list', async () => {
  const page = await atConsole(browser, server.base, 'duban');
  await open(page, `/figures/hot?${period}`);
  const issue = page.locator('.issue').first();
  const size = Number(/本期 (\d+) 件，上期 (\d+) 件/.exec((await issue.textContent()) ?? '')?.[1]);
  expect(size).toBeGreaterThan(0);
  await issue.getByRole('link', { name: /列入问题清单/ }).click();
  const given = await page.inputValue(at('problem-orders'));
  const orders = new Set(given.match(/CM\d{14}/g) ?? []);
  expect(orders.size).toBeGreaterThan(1);
  await page.fill(at('problem-title'), '同一件事反复有人反映');
  await page.getByLabel('原因', { exact: true }).click();
  await page.getByText('办事指南或材料清单不清楚').last().click();
  await page.getByLabel('责任单位').click();
  await page.keyboard.type('人力资源');
  await page.getByText('区人力资源社会保障局').last().click();
  await page.click(at('problem-submit'));
  await page.waitForSelector(at('problem-state'));
  await page.getByText(`依据工单（${orders.size} 件）`).waitFor();

  const head = await atConsole(browser, server.base, 'renshe-lingdao');
  await open(head, '/problems');
  const row = head.getByRole('row').filter({ hasText: '同一件事反复有人反映' });
  expect(await row.textContent()).toContain(String(orders.size));
  await row.getByRole('link').first().click();
  await head.getByText(`依据工单（${orders.size} 件）`).waitFor();

  const inspector = await atConsole(browser, server.base, 'jiancha');
  await open(inspector, `/figures/hot?${period}`);
  await inspector.locator('.issue').first().waitFor();
  expect(await inspector.getByRole('link', { name: /列入问题清单/ }).count()).toBe(0);
  await open(inspector, '/problems');
  await inspector.getByRole('link', { name: '同一件事反复有人反映' }).waitFor();
}, 200_000);
