import { bytesOf, compress, fileAt, keepFile, pickPhotos } from '../files';
import { host, note } from '../host';
import { ways } from '../navigation';
import { headersOf, readAs, send } from '../network';
import { answering, type Options } from './answering';
import { listen, unlisten } from './app-events';
import { consented, consentInterfaces } from './consent';
import { launchOptions, scrollTo, storage, systemInfo, windowInfo } from './device';
import { getUpdateManager } from './update';

interface Request extends Options {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
  dataType?: string;
  responseType?: string;
}

const request = (options: Request) => {
  answering<Request>('request', async ({ url, method, header, data, dataType, responseType }) => {
    const answer = await send({ url, method, headers: headersOf(header), data });
    return {
      statusCode: answer.status,
      header: answer.headers,
      cookies: [],
      data: readAs(answer, dataType ?? 'json', responseType),
    };
  })(options);
  return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {} };
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

async function chooseImage({ count = 9 }: Options) {
  await consented('chooseImage');
  const photos = await pickPhotos(Number(count));
  return {
    tempFilePaths: photos.map(({ path }) => path),
    tempFiles: photos.map(({ path, size }) => ({ path, size })),
  };
}

async function chooseMedia({ count = 9 }: Options) {
  await consented('chooseMedia');
  const photos = await pickPhotos(Number(count));
  return {
    type: 'image',
    tempFiles: photos.map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })),
  };
}

async function download({ url }: Options) {
  const answer = await send({ url: String(url), headers: {} });
  return { statusCode: answer.status, tempFilePath: keepFile(new Blob([bytesOf(answer.base64)]), 'pdf') };
}

const shown = (name: string) => answering(name, (options) => note(name, String(options.title ?? '')));
const nothing = (name: string) => answering(name, () => undefined);
const way = (name: keyof typeof ways) => answering(name, (options) => ways[name](options as never));

/** WeChat's interfaces as far as this app and Taro use them; an interface that is not here is not there. */
export function makeWx(): Record<string, unknown> {
  return {
    request,
    downloadFile: answering('downloadFile', download),
    getStorageSync: storage.get,
    setStorageSync: storage.set,
    removeStorageSync: storage.remove,
    clearStorageSync: storage.clear,
    navigateTo: way('navigateTo'),
    redirectTo: way('redirectTo'),
    reLaunch: way('reLaunch'),
    switchTab: way('switchTab'),
    navigateBack: way('navigateBack'),
    showToast: shown('showToast'),
    showModal: answering('showModal', ({ title, content }) => {
      note('showModal', `${title ?? ''} ${content ?? ''}`);
      return { confirm: true, cancel: false };
    }),
    setNavigationBarTitle: shown('setNavigationBarTitle'),
    stopPullDownRefresh: nothing('stopPullDownRefresh'),
    pageScrollTo: answering('pageScrollTo', scrollTo),
    nextTick: (call: () => void) => void setTimeout(call),
    getSystemInfoSync: systemInfo,
    getWindowInfo: windowInfo,
    getAppBaseInfo: systemInfo,
    getDeviceInfo: systemInfo,
    canIUse: () => true,
    getLaunchOptionsSync: launchOptions,
    getEnterOptionsSync: launchOptions,
    onAppShow: listen('show'),
    offAppShow: unlisten('show'),
    onAppHide: listen('hide'),
    offAppHide: unlisten('hide'),
    ...consentInterfaces,
    getUpdateManager,
    login: answering('login', () => ({ code: host.engineLaunch.person.code })),
    chooseImage: answering('chooseImage', chooseImage),
    chooseMedia: answering('chooseMedia', chooseMedia),
    compressImage: answering('compressImage', async ({ src, quality = 80 }) => ({
      tempFilePath: await compress(String(src), Number(quality) / 100),
    })),
    getFileSystemManager: () => fileSystem,
    openDocument: answering('openDocument', ({ filePath }) => note('openDocument', String(filePath))),
    previewImage: answering('previewImage', ({ urls }) => note('previewImage', String(urls))),
    setClipboardData: answering('setClipboardData', ({ data }) => note('setClipboardData', String(data))),
    requestSubscribeMessage: answering('requestSubscribeMessage', ({ tmplIds = [] }) =>
      Object.fromEntries((tmplIds as string[]).map((id) => [id, 'accept'])),
    ),
  };
}
