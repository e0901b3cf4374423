import { View } from '@tarojs/components';
import type { TickProps } from './tick';

export function Tick({ id, checked, onChange, invalid, children }: TickProps) {
  return (
    <View
      id={id}
      className={`tick${invalid ? ' invalid' : ''}`}
      ariaRole="checkbox"
      onClick={() => onChange(!checked)}
    >
      <View className={`square${checked ? ' on' : ''}`} />
      <View className="tick-word">{children}</View>
    </View>
  );
}
