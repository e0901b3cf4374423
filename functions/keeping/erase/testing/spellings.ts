/** A word as it could lie somewhere: plain, or written as bytes are written into text. */
export function spellings(word: string): string[] {
  const bytes = Buffer.from(word);
  // Cut to whole groups, so that what stands behind does not matter.
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
  const escaped = JSON.stringify(word)
    .slice(1, -1)
    .replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    ...new Set([
      word,
      escaped,
      encodeURIComponent(word),
      bytes.toString('hex'),
      whole.toString('base64'),
      whole.toString('base64url'),
    ]),
  ];
}

/** A telephone number as people and programs write it. */
export function phoneSpellings(phone: string): string[] {
  const [a, b, c] = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
  const wide = [...phone].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join('');
  return [
    phone,
    `+86${phone}`,
    `+86 ${phone}`,
    `86-${phone}`,
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `${a}****${c}`,
    wide,
  ];
}
