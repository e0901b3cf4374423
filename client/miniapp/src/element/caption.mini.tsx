import { Label, View } from '@tarojs/components';
import type { CaptionProps } from './caption';

export function Caption({ of, optional, children }: CaptionProps) {
  return (
    <Label className="caption" for={of}>
      {children}
      {optional && <View className="optional inline">{optional}</View>}
    </Label>
  );
}
