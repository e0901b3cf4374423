/**
 * One spelling for search and comparison: full width to half width, lower case, runs of white space to one space,
 * none at the ends. Never throws.
 */
export function normalise(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
}
