const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether a text is a 统一社会信用代码 with a right check digit (GB 32100-2015). */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(text[at] ?? ''), 0);
  return alphabet[(31 - (sum % 31)) % 31] === text[17];
}
