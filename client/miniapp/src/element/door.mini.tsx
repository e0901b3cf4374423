import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { DoorProps } from './door';

export function Door({ to, id, className, label, home, children }: DoorProps) {
  return (
    <View
      id={id}
      className={`door ${className ?? ''}`}
      hoverClass="pressing"
      ariaRole="link"
      ariaLabel={label}
      onClick={() => void (home ? Taro.reLaunch({ url: to }) : Taro.navigateTo({ url: to }))}
    >
      {children}
    </View>
  );
}
