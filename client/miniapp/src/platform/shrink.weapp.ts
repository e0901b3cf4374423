import Taro from '@tarojs/taro';

/** A smaller copy of a picture on the phone; answers its path. Throws when the platform cannot. */
export const shrink = async (path: string): Promise<string> =>
  (await Taro.compressImage({ src: path, quality: 80 })).tempFilePath;
