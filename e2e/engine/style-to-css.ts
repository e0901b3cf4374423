/** WXSS and ACSS as a browser reads them: `rpx` is a 750th of the screen's width. */
export const styleToCss = (style: string): string =>
  style
    .replace(/@charset\s+"[^"]*";/g, '')
    .replace(/(-?[\d.]+)rpx/g, (_all, count: string) => `${(Number(count) / 7.5).toFixed(4)}vw`);
