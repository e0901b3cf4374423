import { Input, Picker, View } from '@tarojs/components';
import type { EntryProps } from './entry';

const kinds = {
  text: 'text',
  search: 'text',
  date: 'text',
  tel: 'number',
  number: 'number',
  'one-time-code': 'number',
} as const;

export function Entry({
  id,
  value,
  onChange,
  type = 'text',
  maxLength = 140,
  placeholder,
  label,
  readOnly,
  max,
  onFocus,
  onLeave,
}: EntryProps) {
  if (type === 'date')
    return (
      <Picker mode="date" value={value} end={max} onChange={(event) => onChange(String(event.detail.value))}>
        <View id={id} className={`entry${value ? '' : ' faint'}`}>
          {value || placeholder || '请选择日期'}
        </View>
      </Picker>
    );
  return (
    <Input
      id={id}
      className="entry"
      value={value}
      type={kinds[type]}
      maxlength={maxLength}
      placeholder={placeholder}
      ariaLabel={label}
      disabled={readOnly}
      onInput={(event) => onChange(event.detail.value)}
      onFocus={onFocus}
      onBlur={onLeave}
    />
  );
}
