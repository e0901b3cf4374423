import { inflateRawSync } from 'node:zlib';
import { sheetRefused } from './sheet-refused';

const end = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/**
 * Unpacks every entry of a zip once and keeps nothing, so that a small file that would fill the memory is refused before
 * it is read. What its own directory says of sizes is not believed. Throws `sheet.too-large` or `sheet.damaged`.
 */
export function requireModestZip(bytes: Buffer, maxBytes: number): void {
  const tail = bytes.lastIndexOf(end);
  if (tail < 0 || tail + 22 > bytes.length) throw sheetRefused('damaged');
  let at = bytes.readUInt32LE(tail + 16);
  let left = maxBytes;
  for (let entries = bytes.readUInt16LE(tail + 10); entries > 0; entries -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw sheetRefused('damaged');
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) throw sheetRefused('damaged');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (packed === 0xffffffff || start + packed > bytes.length) throw sheetRefused('damaged');
    left -= method === 0 ? packed : unpackedSize(bytes.subarray(start, start + packed), left);
    if (left < 0) throw sheetRefused('too-large');
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function unpackedSize(packed: Buffer, most: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw sheetRefused(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged');
  }
}
