import Taro from '@tarojs/taro';
import { absolute } from '../request/absolute';
import type { SendTarget } from './send-file';

/** Mini-programs cannot watch a PUT on its way: the share jumps from the start to the end. */
export function sendFile(
  target: SendTarget,
  body: unknown,
  onShare: (share: number) => void,
): { done: Promise<void>; stop: () => void } {
  let stopped = false;
  const done = (async () => {
    onShare(0.1);
    const data = await bytesOf(String(body));
    if (stopped) throw new Error('upload stopped');
    onShare(0.3);
    const header = Object.fromEntries(
      Object.entries(target.headers)
        .map(([name, value]) => [name.toLowerCase(), value])
        .filter(([name]) => name !== 'content-length'),
    );
    const answer = await Taro.request({
      url: absolute(target.url),
      method: 'PUT',
      data,
      header,
      dataType: 'text',
      timeout: 60_000,
    });
    if (answer.statusCode >= 300) throw new Error(`upload ${answer.statusCode}`);
    onShare(1);
  })();
  return {
    done,
    stop: () => {
      stopped = true;
    },
  };
}

const bytesOf = (path: string): Promise<ArrayBuffer> =>
  new Promise((done, lost) =>
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: (answer) => done(answer.data as ArrayBuffer),
      fail: () => lost(new Error('unreadable file')),
    }),
  );
