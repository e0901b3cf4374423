import Taro from '@tarojs/taro';

export function onUpdateReady(call: () => void): void {
  Taro.getUpdateManager().onUpdateReady(call);
}

export function startUpdate(): void {
  Taro.getUpdateManager().applyUpdate();
}
