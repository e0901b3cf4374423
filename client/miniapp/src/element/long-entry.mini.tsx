import { Textarea } from '@tarojs/components';
import type { LongEntryProps } from './long-entry';

export function LongEntry({ id, value, onChange, maxLength = 2000, placeholder }: LongEntryProps) {
  return (
    <Textarea
      id={id}
      className="entry long"
      value={value}
      maxlength={maxLength}
      placeholder={placeholder}
      autoHeight
      showConfirmBar={false}
      onInput={(event) => onChange(event.detail.value)}
    />
  );
}
