import { Image } from '@tarojs/components';
import type { PictureProps } from './picture';

export function Picture({ src, words, className, onPress }: PictureProps) {
  return (
    <Image
      className={`picture ${className ?? ''}`}
      src={src}
      mode="aspectFill"
      ariaLabel={words}
      onClick={onPress}
    />
  );
}
