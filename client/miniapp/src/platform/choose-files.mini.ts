import Taro from '@tarojs/taro';
import { contentTypeOfName, smallEnough } from '../../../../shared/file/limits';
import { chooseDocuments } from './choose-documents';
import type { ChosenFile, FileWish } from './chosen-file';
import { ConsentRefused } from './consent-refused';
import { privacyAgreed } from './privacy';
import { shrink } from './shrink';

export async function chooseFiles(wish: FileWish, most: number): Promise<ChosenFile[]> {
  if (!(await privacyAgreed())) throw new ConsentRefused();
  try {
    return wish === 'document' ? await chooseDocuments(most) : await choosePhotos(wish, most);
  } catch {
    return []; // closed without choosing
  }
}

export const prepareFiles = async (_files: unknown[]): Promise<ChosenFile[]> => [];

async function choosePhotos(wish: 'camera' | 'album', most: number): Promise<ChosenFile[]> {
  const { tempFilePaths } = await Taro.chooseImage({
    count: most,
    sourceType: [wish],
    sizeType: ['original', 'compressed'],
  });
  return Promise.all(tempFilePaths.map((path, at) => photo(path, at)));
}

async function photo(path: string, at: number): Promise<ChosenFile> {
  const first = await sizeOf(path);
  const body = first > smallEnough ? await shrink(path).catch(() => path) : path;
  const extension = /\.(\w{3,4})$/.exec(body)?.[1] ?? 'jpg';
  const name = `照片${at + 1}.${extension}`;
  return {
    name,
    sizeBytes: await sizeOf(body),
    contentType: contentTypeOfName(name) ?? 'image/jpeg',
    body,
    preview: body,
  };
}

const sizeOf = (path: string): Promise<number> =>
  new Promise((done) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: (info) => done(info.size),
      fail: () => done(0),
    }),
  );
