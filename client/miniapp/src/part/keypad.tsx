import { Box } from '../element/box';
import { Press } from '../element/press';
import { useWords } from '../words/use-words';

const digits = [...'1234567890'];
/** What query codes are made of: no letter or digit that looks like another (spec 4). */
const codeKeys = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];

interface KeypadProps {
  value: string;
  onChange: (value: string) => void;
  most: number;
  keys?: 'digits' | 'code';
}

/** Keys on the screen, for terminals without a keyboard. */
export function Keypad({ value, onChange, most, keys = 'digits' }: KeypadProps) {
  const words = useWords().kiosk;
  const add = (key: string) => onChange(`${value}${key}`.slice(0, most));
  const key = (one: string) => (
    <Press key={one} className="key" label={words.key(one)} onPress={() => add(one)}>
      {one}
    </Press>
  );
  const all = keys === 'digits' ? digits : codeKeys;
  return (
    <Box className={`keypad keypad-${keys}`} role="group" label={words.pad[keys]}>
      {all.slice(0, -1).map(key)}
      <Press className="key small" onPress={() => onChange('')}>
        {words.clear}
      </Press>
      {all.slice(-1).map(key)}
      <Press className="key small" onPress={() => onChange(value.slice(0, -1))}>
        {words.delete}
      </Press>
    </Box>
  );
}
