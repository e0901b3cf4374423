import Taro from '@tarojs/taro';

export async function copy(words: string): Promise<boolean> {
  return Taro.setClipboardData({ data: words }).then(
    () => true,
    () => false,
  );
}
