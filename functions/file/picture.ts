import sharp, { type Sharp } from 'sharp';
import { fileLimits, longestSide } from '../../shared/file/limits';
import { detectContentType } from './content-type';
import { FileRefused } from './file-refused';
import { decodeHeic } from './heic';

export { prepareDocument } from './document';

const thumbnailSide = 320;
const maxPixels = 120_000_000;
const maxSeconds = 20;

/** `width` and `height` in pixels, of `picture`; both are JPEG without EXIF, GPS or profile. */
export interface PreparedPicture {
  picture: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
}

async function read(bytes: Buffer): Promise<Sharp> {
  if ((await detectContentType(bytes, 'picture')) === 'image/heic') {
    const { data, width, height } = await decodeHeic(bytes);
    return sharp(data, { raw: { width, height, channels: 4 } });
  }
  return sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels, animated: false }).autoOrient();
}

const asJpeg = (image: Sharp, side: number, quality: number) =>
  image
    .timeout({ seconds: maxSeconds })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });

function refusal(problem: unknown): FileRefused {
  if (problem instanceof FileRefused) return problem;
  const tooLarge = problem instanceof Error && problem.message.includes('exceeds pixel limit');
  return new FileRefused(tooLarge ? 'file.too_many_pixels' : 'file.damaged', { cause: problem });
}

/**
 * Makes a sent photo fit to keep (spec 4): its type told by content, upright, at most 2560 px, without EXIF and GPS,
 * with a thumbnail of 320 px. Throws `FileRefused` with a Chinese sentence for everything that is no whole photo.
 */
export async function preparePicture(bytes: Buffer): Promise<PreparedPicture> {
  if (bytes.length > fileLimits.picture.maxBytes) throw new FileRefused('file.picture_too_large');
  try {
    const { data: picture, info } = await asJpeg(await read(bytes), longestSide, 82);
    const { data: thumbnail } = await asJpeg(sharp(picture), thumbnailSide, 75);
    return { picture, thumbnail, width: info.width, height: info.height };
  } catch (problem) {
    throw refusal(problem);
  }
}
