import Taro from '@tarojs/taro';
import type { Visit } from './visit';

export function readVisit(): Visit {
  const launch = Taro.getLaunchOptionsSync();
  const scene = launch.query?.scene;
  return {
    channel: process.env.TARO_ENV === 'alipay' ? 'alipay' : 'wechat',
    scene: scene ? decodeURIComponent(String(scene)).slice(0, 32) : null,
    kiosk: false,
    deviceKey: null,
    ticket: null,
  };
}
