import { Picker, View } from '@tarojs/components';
import type { PickProps } from './pick';

export function Pick({ id, value, onChange, empty, groups }: PickProps) {
  const options = groups.flatMap((group) => group.options);
  const at = options.findIndex((option) => option.value === value);
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.word)}
      value={Math.max(0, at)}
      onChange={(event) => onChange(options[Number(event.detail.value)]?.value ?? '')}
    >
      <View id={id} className={`entry pick${at < 0 ? ' faint' : ''}`}>
        {options[at]?.word ?? empty}
      </View>
    </Picker>
  );
}
