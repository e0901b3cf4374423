import { View } from '@tarojs/components';
import type { ChoiceProps } from './choice';

export function Choice<T extends string>({
  name,
  legend,
  quiet,
  options,
  value,
  onChange,
  look = 'rows',
  invalid,
}: ChoiceProps<T>) {
  return (
    <View id={name} className={`choice ${look}${invalid ? ' invalid' : ''}`} ariaLabel={legend}>
      {!quiet && <View className="caption">{legend}</View>}
      <View className="choice-options">
        {options.map((option) => (
          <View
            key={option.value}
            id={`${name}-${option.value}`}
            className={`choice-option${option.value === value ? ' chosen' : ''}`}
            hoverClass="pressing"
            ariaRole="radio"
            ariaLabel={option.word}
            onClick={() => onChange(option.value)}
          >
            <View className={`dot${option.value === value ? ' on' : ''}`} />
            {option.picture}
            <View className="choice-word">
              {option.word}
              {option.hint && <View className="hint">{option.hint}</View>}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
