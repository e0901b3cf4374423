import { contentTypeOfName, longestSide, smallEnough } from '../../../../shared/file/limits';
import type { ChosenFile, FileWish } from './chosen-file';

const accepts = {
  camera: 'image/*',
  album: 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif',
  document: 'application/pdf,.pdf',
} as const;

/** Lets the person pick; an empty list when nothing was picked. */
export function chooseFiles(wish: FileWish, most: number): Promise<ChosenFile[]> {
  return new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'file-chooser';
    input.accept = accepts[wish];
    input.multiple = wish !== 'camera' && most > 1;
    if (wish === 'camera') input.setAttribute('capture', 'environment');
    input.hidden = true;
    const finish = (files: File[]) => {
      input.remove();
      void Promise.all(files.slice(0, most).map(prepare)).then(done);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    document.getElementById('file-chooser')?.remove();
    document.body.append(input);
    input.click();
  });
}

/** Files that came by themselves, dragged onto the page or pasted, as if they had been picked. */
export const prepareFiles = (files: unknown[]): Promise<ChosenFile[]> =>
  Promise.all(files.filter((file) => file instanceof File).map(prepare));

async function prepare(file: File): Promise<ChosenFile> {
  const type = file.type || contentTypeOfName(file.name) || 'application/octet-stream';
  const original: ChosenFile = {
    name: file.name,
    sizeBytes: file.size,
    contentType: type,
    body: file,
    preview: null,
  };
  if (!type.startsWith('image/')) return original;
  const small = type.includes('hei') ? null : await shrink(file).catch(() => null);
  const chosen = small
    ? {
        ...original,
        body: small,
        sizeBytes: small.size,
        contentType: 'image/jpeg',
        name: file.name.replace(/\.\w+$/, '.jpg'),
      }
    : original;
  return { ...chosen, preview: type.includes('hei') ? null : URL.createObjectURL(chosen.body as Blob) };
}

/** A large photo redrawn smaller; null when it is small enough as it is. */
async function shrink(file: File): Promise<Blob | null> {
  if (file.size <= smallEnough) return null;
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', 0.85));
  return blob && blob.size < file.size ? blob : null;
}
