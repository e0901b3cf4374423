import { View } from '@tarojs/components';
import { travelTo } from '../setting/travel';
import type { DoorProps } from './door';

export function Door({ to, id, className, label, home, onGo, children }: DoorProps) {
  return (
    <View
      id={id}
      className={`door ${className ?? ''}`}
      hoverClass="pressing"
      ariaRole="link"
      ariaLabel={label}
      onClick={() => {
        onGo?.();
        travelTo(to, home);
      }}
    >
      {children}
    </View>
  );
}
