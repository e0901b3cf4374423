import { View } from '@tarojs/components';
import type { DropAreaProps } from './drop-area';

export const DropArea = ({ className, children }: DropAreaProps) => (
  <View className={className}>{children}</View>
);
