import { bytesOf, compress, fileAt, keepFile, pickPhotos } from '../files';
import { host, note } from '../host';
import { ways } from '../navigation';
import { headersOf, readAs, send } from '../network';
import { answering, type Options } from './answering';
import { listen, unlisten } from './app-events';
import { launchOptions, scrollTo, storage, systemInfo, windowInfo } from './device';
import { getUpdateManager } from './update';

interface Request extends Options {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  data?: unknown;
  dataType?: string;
}

const request = (options: Request) => {
  answering<Request>('request', async ({ url, method, headers, data, dataType }) => {
    const answer = await send({ url, method, headers: headersOf(headers), data });
    const read = { status: answer.status, headers: answer.headers, data: readAs(answer, dataType ?? 'json') };
    // Alipay tells of a refusal by `fail`: the same parts, and the error 19.
    if (answer.status >= 200 && answer.status < 300) return read;
    throw Object.assign(new Error('http status error'), { error: 19, ...read });
  })(options);
  return { abort() {} };
};

interface Path extends Options {
  filePath: string;
}
const fileSystem = {
  readFile: answering<Path>('readFile', async ({ filePath }) => ({
    data: await fileAt(filePath).arrayBuffer(),
  })),
  getFileInfo: answering<Path>('getFileInfo', ({ filePath }) => ({ size: fileAt(filePath).size })),
};

async function chooseImage({ count = 1 }: Options) {
  const photos = await pickPhotos(Number(count));
  const paths = photos.map(({ path }) => path);
  return {
    apFilePaths: paths,
    tempFilePaths: paths,
    tempFiles: photos.map(({ path, size }) => ({ path, size })),
  };
}

async function compressImage({ apFilePaths }: Options) {
  const paths = apFilePaths as string[];
  return { apFilePaths: await Promise.all(paths.map((path) => compress(path, 0.7))) };
}

async function download({ url }: Options) {
  const answer = await send({ url: String(url), headers: {} });
  const path = keepFile(new Blob([bytesOf(answer.base64)]), 'pdf');
  return { apFilePath: path, tempFilePath: path };
}

const shown = (name: string, field: string) =>
  answering(name, (options) => note(name, String(options[field] ?? '')));
const way = (name: keyof typeof ways) => answering(name, (options) => ways[name](options as never));

/** Alipay's interfaces as far as this app and Taro use them; an interface that is not here is not there. */
export function makeMy(): Record<string, unknown> {
  return {
    request,
    canIUse: () => true,
    downloadFile: answering('downloadFile', download),
    getStorageSync: ({ key }: { key: string }) => ({ data: storage.get(key) || null, success: true }),
    setStorageSync: ({ key, data }: { key: string; data: unknown }) => storage.set(key, data),
    removeStorageSync: ({ key }: { key: string }) => storage.remove(key),
    clearStorageSync: storage.clear,
    navigateTo: way('navigateTo'),
    redirectTo: way('redirectTo'),
    reLaunch: way('reLaunch'),
    switchTab: way('switchTab'),
    navigateBack: way('navigateBack'),
    showToast: shown('showToast', 'content'),
    confirm: answering('confirm', ({ title, content }) => {
      note('showModal', `${title ?? ''} ${content ?? ''}`);
      return { confirm: true };
    }),
    setNavigationBar: shown('setNavigationBarTitle', 'title'),
    stopPullDownRefresh: answering('stopPullDownRefresh', () => undefined),
    pageScrollTo: answering('pageScrollTo', scrollTo),
    getSystemInfoSync: systemInfo,
    getWindowInfo: windowInfo,
    getLaunchOptionsSync: launchOptions,
    getEnterOptionsSync: launchOptions,
    onAppShow: listen('show'),
    offAppShow: unlisten('show'),
    onAppHide: listen('hide'),
    offAppHide: unlisten('hide'),
    getUpdateManager,
    getAuthCode: answering('getAuthCode', () => ({ authCode: host.engineLaunch.person.code })),
    getPhoneNumber: answering('getPhoneNumber', () => host.engineLaunch.person.phone),
    chooseImage: answering('chooseImage', chooseImage),
    compressImage: answering('compressImage', compressImage),
    getFileSystemManager: () => fileSystem,
    openDocument: answering('openDocument', ({ filePath }) => note('openDocument', String(filePath))),
    previewImage: answering('previewImage', ({ urls }) => note('previewImage', String(urls))),
    setClipboard: answering('setClipboard', ({ text }) => note('setClipboardData', String(text))),
    requestSubscribeMessage: answering('requestSubscribeMessage', ({ entityIds }) => ({
      behavior: 'subscribe',
      result: { subscribedEntityIds: entityIds },
    })),
  };
}
