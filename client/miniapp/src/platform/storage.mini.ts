import Taro from '@tarojs/taro';

export function keepNothing(): void {
  // a phone is the person's own
}

export function readKept<T>(name: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(`window.${name}`);
    return typeof text === 'string' && text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(`window.${name}`, JSON.stringify(value));
  } catch {
    // the space of this mini-program is used up
  }
}

export function forget(name: string): void {
  Taro.removeStorageSync(`window.${name}`);
}

export function forgetAll(): void {
  Taro.clearStorageSync();
}
