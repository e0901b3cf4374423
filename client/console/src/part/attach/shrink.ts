import { longestSide, smallEnough } from '../../../../../shared/file/limits';

/** A large photo redrawn as JPEG, its longer side 2560 px at most (spec 4); as it is where that is small enough or cannot be done. */
export async function shrink(file: File): Promise<File> {
  if (file.size <= smallEnough || !file.type.startsWith('image/')) return file;
  const drawn = await createImageBitmap(file).catch(() => null);
  if (!drawn) return file;
  const scale = Math.min(1, longestSide / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  if (!small || small.size >= file.size) return file;
  return new File([small], file.name.replace(/\.\w+$/, '.jpg'), { type: small.type });
}
