import Taro from '@tarojs/taro';
import type { PlatformProof } from './sign-in';

export async function proveByPlatform(): Promise<PlatformProof> {
  const { code } = await Taro.login();
  return code ? { path: 'wechat', code } : null;
}

export const phoneFromPlatform: boolean = true;
