import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CallProps } from './call';

export const Call = ({ phone, label, children }: CallProps) => (
  <View
    className="door call"
    hoverClass="pressing"
    ariaRole="link"
    ariaLabel={label}
    onClick={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
  >
    {children}
  </View>
);
