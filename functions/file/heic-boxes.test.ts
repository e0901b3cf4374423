import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsAllPixels } from './heic-boxes';

const whole = readFileSync(join(__dirname, '../../data/photos/heic-iphone7.heic'));
const box = (type: string, length: number, size = length) => {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32BE(size);
  bytes.write(type, 4, 'latin1');
  return bytes;
};

describe('the boxes of a HEIC file', () => {
  it.each([
    ['an iPhone photo', whole, true],
    ['with what a phone appends', Buffer.concat([whole, Buffer.from('SEFH....SEFT')]), true],
    ['with padding', Buffer.concat([whole, Buffer.alloc(20)]), true],
    ['with pixels to the end of the file', Buffer.concat([box('ftyp', 24), box('mdat', 90, 0)]), true],
    ['one byte short', whole.subarray(0, -1), false],
    ['cut before the pixels', whole.subarray(0, 2000), false],
    ['cut in its second pixels', Buffer.concat([box('mdat', 30), box('mdat', 30, 90)]), false],
    ['cut inside a long length', Buffer.concat([box('ftyp', 24), box('mdat', 10, 1)]), false],
    ['with a box of impossible length', box('ftyp', 24, 3), false],
    ['nothing', Buffer.alloc(0), false],
  ])('%s: told whole or not', (_, bytes, all) => {
    expect(holdsAllPixels(bytes)).toBe(all);
  });
});
