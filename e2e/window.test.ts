import type { Browser, Page } from 'playwright-core';
import { atConsole, openBrowser, type Server, startServer } from './stage';

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

/** A clerk's two hands: nothing but keys, each one counted. Chinese words come whole, as from an input method. */
function keyboardOf(page: Page) {
  let keys = 0;
  return {
    press: async (...names: string[]) => {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    words: async (text: string) => page.keyboard.insertText(text),
    count: () => keys,
  };
}

/** The words of what has the keyboard: its label, else its own. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    const label = at?.id ? document.querySelector('label[for="' + at.id + '"]') : null;
    return (label ?? at)?.textContent ?? '';
  })()`);
const phone = '13800000071';
const story = '同一份材料交了三次，窗口每次说法都不一样，一直没有受理。';
const slip = async (page: Page) => {
  await page.waitForSelector('[data-testid=slip-number]');
  return {
    number: (await page.textContent('[data-testid=slip-number]')) ?? '',
    code: (await page.textContent('[data-testid=slip-code]')) ?? '',
    text: (await page.textContent('.slip')) ?? '',
  };
};

it('registers a visitor, prints the slip and is ready for the next, by keyboard alone', async () => {
  const page = await atConsole(browser, server.base, 'chuangkou');
  await page.goto(`${server.base}/console/register`);
  await page.waitForSelector('[data-testid=field-phone]');
  const hands = keyboardOf(page);

  await hands.type(phone);
  await hands.press('Enter');
  await hands.words('示例来访');
  await hands.press('Enter', 'Enter');
  expect(await focused(page)).toContain('事项');
  await hands.type('shbxdj');
  await page.waitForSelector('.ant-select-item-option-active');
  await hands.press('Enter', 'Enter');
  expect(await focused(page)).toContain('发生了什么');
  await hands.words(story);
  await hands.press('Control+Enter');
  const first = await slip(page);
  expect(first.number).toMatch(/^CM\d{14}$/);
  expect(first.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
  expect(first.text).toContain('前接单');
  await page.waitForSelector('.slip img[alt=查询进度的二维码]');
  expect(await focused(page)).toContain('打印回执');
  console.log(`A visitor registered with ${hands.count()} key presses, not counting the Chinese words`);
  await hands.press('Tab', 'Enter');
  expect(await focused(page)).toContain('手机号');

  // The same visitor again: the visit joins the earlier report.
  await hands.type(phone);
  await page.waitForSelector('[data-testid=callers] button');
  await hands.press('Tab', 'Tab', 'Tab', 'Enter');
  expect(await focused(page)).toContain('补充');
  await hands.words('今天又来了一次，补了一张证明。');
  await hands.press('Control+Enter');
  const joined = await slip(page);
  expect(joined).toMatchObject({ number: first.number, code: '见上次的回执' });
  await hands.press('Tab', 'Enter');

  // Solved on the spot, by a visitor without a telephone; what is missing gets the keyboard.
  await hands.press('Control+Enter');
  await page.waitForSelector('#name:focus');
  await hands.words('示例来访二');
  await hands.press('Enter', 'Enter', 'Enter', 'Enter');
  await hands.words(story);
  await hands.press('Tab', 'ArrowRight', 'ArrowRight');
  await page.waitForSelector('[data-testid=field-reply]');
  await hands.press('Tab');
  expect(await focused(page)).toContain('怎样解决的');
  await hands.words('当场补了材料，已经受理。');
  await hands.press('Tab', 'Space', 'Control+Enter');
  expect((await slip(page)).text).toContain('已当场办结');
  await hands.press('Tab', 'Enter');

  // Any order of the hall, by its number.
  await page.locator('[data-testid=find-order] input, input[data-testid=find-order]').first().focus();
  await hands.type(first.number);
  await hands.press('Enter');
  await page.waitForSelector('[data-testid=order-state]');
  expect(page.url()).toContain(first.number);
  await page.context().close();
});

it('prints the slip alone, as wide as the slip printer’s paper', async () => {
  const page = await atConsole(browser, server.base, 'chuangkou');
  await page.goto(`${server.base}/console/register`);
  await page.fill('[data-testid=field-name]', '示例来访三');
  await page.fill('[data-testid=field-story]', story);
  await page.keyboard.press('Control+Enter');
  const { number, code } = await slip(page);
  await page.waitForSelector('.slip img');
  await page.emulateMedia({ media: 'print' });
  const shown = await page.locator('body').innerText();
  for (const words of [number, code, '接下来']) expect(shown).toContain(words);
  for (const words of ['主菜单', '打印回执', '查以前的诉求']) expect(shown).not.toContain(words);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes).toHaveLength(1);
  expect(Math.round((Number(boxes[0]?.[1]) / 72) * 25.4)).toBe(80);
  await page.context().close();
});
