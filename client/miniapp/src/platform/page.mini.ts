import Taro from '@tarojs/taro';

export function nameLanguage(_language: 'zh' | 'en'): void {}

export function markPage(_marks: { elder: boolean; kiosk: boolean }): void {}

export function goTo(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined);
}

export function onLeave(call: () => void): () => void {
  Taro.onAppHide(call);
  return () => Taro.offAppHide(call);
}

export function onTouch(_call: () => void): () => void {
  return () => undefined;
}

export function onRevival(_call: () => void): () => void {
  return () => undefined;
}

/** The page's own showing tells it already. */
export function onReturn(_call: () => void): () => void {
  return () => undefined;
}

export function startOver(): void {
  void Taro.reLaunch({ url: '/pages/home/index' });
}

export function saveAs(_name: string, text: string): void {
  void Taro.setClipboardData({ data: text });
}

export function cleanAddress(_path: string): void {}
