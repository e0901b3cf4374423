/** Length of the box (ISO/IEC 14496-12, 4.2) that starts at `at`; one of length 0 goes to the end of the file. */
function boxLength(bytes: Buffer, at: number): number {
  const short = bytes.readUInt32BE(at);
  if (short === 0) return bytes.length - at;
  if (short !== 1) return short;
  return at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : Number.POSITIVE_INFINITY;
}

/**
 * Whether the pixels of a HEIC file (its `mdat` boxes) are all there: the decoder paints what is missing grey and says
 * nothing. What some phones append behind is not looked at.
 */
export function holdsAllPixels(bytes: Buffer): boolean {
  let found = false;
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = boxLength(bytes, at);
    const isPixels = bytes.toString('latin1', at + 4, at + 8) === 'mdat';
    if (length < 8 || at + length > bytes.length) return found && !isPixels;
    found ||= isPixels;
    at += length;
  }
  return found;
}
