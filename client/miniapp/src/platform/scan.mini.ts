import Taro from '@tarojs/taro';

export function onScan(call: (scene: string) => void): void {
  Taro.onAppShow((shown?: { query?: Record<string, unknown> }) => {
    const scene = shown?.query?.scene;
    if (scene) call(decodeURIComponent(String(scene)).slice(0, 32));
  });
}
