import { type Day, isDay } from '../sla/instant';

/** ISO 7064 MOD 11,10 over decimal digits. */
function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

/** `CM` + day + 5-digit daily serial + check digit, such as CM20261123000177; a RangeError for a serial outside 1–99999 or no day (spec 4). */
export function makeOrderNumber(day: Day, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > 99_999)
    throw new RangeError(`No daily serial: ${serial}`);
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  const digits = `${day.replaceAll('-', '')}${String(serial).padStart(5, '0')}`;
  return `CM${digits}${checkDigit(digits)}`;
}

/** Whether a text is an order number with a right check digit. */
export const isOrderNumber = (text: string): boolean =>
  /^CM\d{14}$/.test(text) && checkDigit(text.slice(2, 15)) === Number(text[15]);

/** Says at once what is wrong with a typed number; null when it is right. */
export function orderNumberProblem(text: string): string | null {
  const typed = text.trim().toUpperCase();
  if (!/^CM\d{14}$/.test(typed)) return '编号是 CM 加 14 位数字，请对照回执再看一遍。';
  return isOrderNumber(typed) ? null : '编号有一位输错了，请对照回执再看一遍。';
}

export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * A query code of 6 letters (spec 4) from random bytes, each letter as likely as any other: bytes that would favour
 * some are passed over. Null where too few are left; 24 bytes leave enough but once in 10^24 times.
 */
export function makeQueryCode(random: Uint8Array): string | null {
  const even = [...random].filter((byte) => byte < 256 - (256 % codeAlphabet.length));
  const code = even.slice(0, 6).map((byte) => codeAlphabet[byte % codeAlphabet.length]);
  return code.length === 6 ? code.join('') : null;
}
