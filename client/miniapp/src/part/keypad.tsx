import { Box } from '../element/box';
import { Press } from '../element/press';
import { useWords } from '../words/use-words';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits on the screen, for terminals without a keyboard. */
export function Keypad({
  value,
  onChange,
  most,
}: {
  value: string;
  onChange: (value: string) => void;
  most: number;
}) {
  const words = useWords().kiosk;
  const add = (digit: string) => onChange(`${value}${digit}`.slice(0, most));
  const key = (digit: string) => (
    <Press key={digit} className="key" label={words.digit(digit)} onPress={() => add(digit)}>
      {digit}
    </Press>
  );
  return (
    <Box className="keypad" role="group" label={words.pad}>
      {digits.map(key)}
      <Press className="key small" onPress={() => onChange('')}>
        {words.clear}
      </Press>
      {key('0')}
      <Press className="key small" onPress={() => onChange(value.slice(0, -1))}>
        {words.delete}
      </Press>
    </Box>
  );
}
