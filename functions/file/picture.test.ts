import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { fileProblemSentence } from '../../shared/file/problem';
import { FileRefused } from './file-refused';
import { type PreparedPicture, prepareDocument, preparePicture } from './picture';

const root = join(__dirname, '../..');
const carried = join(root, 'data/photos');
const photo = (name: string) => readFileSync(join(carried, name));

/** Nothing but pixels: no EXIF, GPS, XMP, IPTC or profile, as a parser and the bytes themselves say. */
async function expectClean({ picture, thumbnail, width, height }: PreparedPicture) {
  for (const [jpeg, side] of [
    [picture, 2560],
    [thumbnail, 320],
  ] as const) {
    const told = await sharp(jpeg).metadata();
    expect(told).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 });
    expect(Math.max(told.width, told.height)).toBeLessThanOrEqual(side);
    for (const trace of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const) {
      expect(told[trace]).toBeUndefined();
    }
    for (const trace of ['Exif\0', 'http://ns.adobe.com', 'Photoshop 3'])
      expect(jpeg.includes(trace)).toBe(false);
  }
  expect(await sharp(picture).metadata()).toMatchObject({ width, height });
}

describe('a photo made fit to keep', () => {
  it.each([
    ['noexif.jpg', 250, 188],
    ['Landscape_9.jpg', 480, 369],
    ['png_with_exif_and_gps.png', 1, 1],
    ['heic-iphone7.heic', 2560, 1920],
  ])('%s comes to %i × %i, without a trace', async (name, width, height) => {
    const prepared = await preparePicture(photo(name));
    expect(prepared).toMatchObject({ width, height });
    await expectClean(prepared);
  });

  it('had traces before', async () => {
    const told = await sharp(photo('Landscape_9.jpg')).metadata();
    expect(told.exif).toBeDefined();
  });

  it('shows the pixels of an iPhone photo, not a grey field', async () => {
    const { thumbnail } = await preparePicture(photo('heic-iphone7.heic'));
    const { channels } = await sharp(thumbnail).stats();
    for (const { stdev } of channels) expect(stdev).toBeGreaterThan(10);
  });

  it.each([
    [1, 'red left'],
    [2, 'red right'],
    [3, 'red right'],
    [4, 'red left'],
    [5, 'red top'],
    [6, 'red top'],
    [7, 'red bottom'],
    [8, 'red bottom'],
  ])('stands upright when the phone noted orientation %i: %s', async (orientation, where) => {
    const half = { create: { width: 20, height: 20, channels: 3 as const, background: '#f00' } };
    const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#00f' } })
      .composite([{ input: half, left: 0, top: 0 }])
      .withMetadata({ orientation })
      .jpeg({ quality: 100 })
      .toBuffer();
    const { picture, width, height } = await preparePicture(lying);
    expect([width, height]).toEqual(orientation < 5 ? [40, 20] : [20, 40]);
    const { data } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    const redAt = (x: number, y: number) => (data[(y * width + x) * 3] ?? 0) > 200;
    const sides = {
      left: redAt(3, 9),
      right: redAt(width - 4, 9),
      top: redAt(9, 3),
      bottom: redAt(9, height - 4),
    };
    const side = where.replace('red ', '') as keyof typeof sides;
    expect(sides[side]).toBe(true);
    expect(sides[({ left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const)[side]]).toBe(
      false,
    );
  });

  it.each(['png', 'webp'] as const)('keeps a clear %s on white', async (format) => {
    const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
      .toFormat(format)
      .toBuffer();
    const { dominant } = await sharp((await preparePicture(clear)).picture).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });

  it('turns printing colours into screen colours', async () => {
    const cmyk = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#d02020' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    expect((await sharp(cmyk).metadata()).channels).toBe(4);
    const prepared = await preparePicture(cmyk);
    await expectClean(prepared);
    const { channels } = await sharp(prepared.picture).stats();
    expect(channels[0]?.mean).toBeGreaterThan(2 * (channels[1]?.mean ?? 0));
  });
});

/** Cut or scrambled copies of good files, always the same ones. */
function* spoiled(): Generator<[string, Buffer]> {
  for (const name of ['Landscape_9.jpg', 'png_with_exif_and_gps.png', 'heic-iphone7.heic']) {
    const whole = photo(name);
    for (const share of [0.001, 0.5])
      yield [`${name} cut to ${share}`, whole.subarray(0, whole.length * share)];
    const scrambled = Buffer.from(whole);
    for (let at = 40; at < scrambled.length; at += 997) scrambled[at] = (scrambled[at] ?? 0) ^ 0x5a;
    yield [`${name} scrambled`, scrambled];
  }
}

const preparedOrRefused = async (bytes: Buffer) => {
  const prepared = await preparePicture(bytes).catch((problem: unknown) => problem);
  if (prepared instanceof FileRefused) {
    expect(prepared.sentence).toBe(fileProblemSentence[prepared.code]);
    return prepared.code;
  }
  expect(prepared).toHaveProperty('picture');
  await expectClean(prepared as PreparedPicture);
  return 'prepared';
};

describe('a file that is no whole photo', () => {
  it.each([
    ['truncated.jpg', photo('truncated.jpg'), 'file.damaged'],
    ['animated-loop-3.gif', photo('animated-loop-3.gif'), 'file.animated'],
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['zeros', Buffer.alloc(5000), 'file.wrong_type'],
    ['a page named .jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file.wrong_type'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file.wrong_type'],
    ['a PDF', Buffer.from('%PDF-1.7\n%%EOF'), 'file.wrong_type'],
    ['too many bytes', Buffer.alloc(10 * 1024 * 1024 + 1), 'file.picture_too_large'],
    ...[64, 100_000, 1_700_000, -1].map((end): [string, Buffer, string] => [
      `a HEIC cut at ${end}`,
      photo('heic-iphone7.heic').subarray(0, end),
      'file.damaged',
    ]),
  ])('%s is refused', async (_, bytes, code) => {
    await expect(preparePicture(bytes)).rejects.toThrow(code);
  });

  it('of far too many pixels is refused before they are unpacked', async () => {
    const bomb = Buffer.from(photo('png_with_exif_and_gps.png'));
    bomb.writeUInt32BE(15_000, 16);
    bomb.writeUInt32BE(15_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    await expect(preparePicture(bomb)).rejects.toThrow('file.too_many_pixels');
  });

  it.each([...spoiled()])('%s is prepared or refused', async (_, bytes) => {
    await preparedOrRefused(bytes);
  });
});

/** A larger collection, beside the repository where there is one. */
const more = join(root, '../shared/data/photos');
const collected = existsSync(more) ? more : carried;

describe('photos from the field', () => {
  const refused: Record<string, string> = {
    '65536-uint32-limit.png': 'file.too_many_pixels',
    'animated-loop-3.gif': 'file.animated',
    'corrupt-header.jpg': 'file.damaged',
    'truncated.jpg': 'file.damaged',
    'truncated.png': 'file.damaged',
  };
  it.each(readdirSync(collected))(
    '%s is prepared, or refused for what it is',
    async (name) => {
      expect(await preparedOrRefused(readFileSync(join(collected, name)))).toBe(refused[name] ?? 'prepared');
    },
    30_000,
  );
});

describe('a document', () => {
  it('is taken when its content is a PDF', async () => {
    const bytes = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    expect(await prepareDocument(bytes)).toEqual({ document: bytes, contentType: 'application/pdf' });
  });

  it.each([
    ['a photo', photo('noexif.jpg'), 'file.wrong_type'],
    ['a program', Buffer.from('MZ\x90\0'), 'file.wrong_type'],
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['too many bytes', Buffer.alloc(20 * 1024 * 1024 + 1), 'file.document_too_large'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    await expect(prepareDocument(bytes)).rejects.toThrow(code);
  });
});
