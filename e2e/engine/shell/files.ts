import { host, isAlipay } from './host';

const files = new Map<string, Blob>();
let serial = 0;

/** Keeps bytes under a path of the phone's temporary folder. */
export function keepFile(body: Blob, extension: string): string {
  serial += 1;
  const path = isAlipay()
    ? `https://resource/tmp${serial}.${extension}`
    : `wxfile://tmp_${serial}.${extension}`;
  files.set(path, body);
  return path;
}

export function fileAt(path: string): Blob {
  const body = files.get(path);
  if (!body) throw new Error(`no such file: ${path}`);
  return body;
}

/** An address the browser can show a picture from. */
export const localAddress = (src: string): string => {
  const body = files.get(src);
  return body ? URL.createObjectURL(body) : src;
};

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export async function base64Of(bytes: ArrayBuffer): Promise<string> {
  const address = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(new Blob([bytes]));
  });
  return address.slice(address.indexOf(',') + 1);
}

/** The photos the person of the test picks, as paths with sizes. */
export async function pickPhotos(most: number): Promise<{ path: string; size: number; name: string }[]> {
  const photos = await host.hostPhotos(most);
  return photos.map(({ name, base64 }) => {
    const body = new Blob([bytesOf(base64)]);
    return { path: keepFile(body, name.split('.').pop() ?? 'jpg'), size: body.size, name };
  });
}

/** A smaller JPEG of a picture, as the platform's own compression gives. */
export async function compress(path: string, quality: number): Promise<string> {
  const picture = await createImageBitmap(fileAt(path));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return keepFile(await canvas.convertToBlob({ type: 'image/jpeg', quality }), 'jpg');
}
