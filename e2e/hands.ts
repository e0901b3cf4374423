import type { Page } from 'playwright-core';

/** Somebody's two hands: nothing but keys, each one counted. Chinese words come whole, as from an input method. */
export function handsOf(page: Page) {
  let keys = 0;
  const press = async (...names: string[]) => {
    for (const name of names) {
      keys += 1;
      await page.keyboard.press(name);
    }
  };
  return {
    press,
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    words: (text: string) => page.keyboard.insertText(text),
    /** Tab until the element has the keyboard; it must be there within so many steps. */
    reach: async (selector: string, most = 60) => {
      const at = JSON.stringify(selector);
      for (let left = most; left > 0; left -= 1) {
        if (await page.evaluate(`document.activeElement?.matches(${at}) ?? false`)) return;
        await press('Tab');
      }
      throw new Error(`${selector} was not reached with ${most} steps of Tab`);
    },
    count: () => keys,
  };
}
