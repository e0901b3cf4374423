import { Box } from '../element/box';
import { Call } from '../element/call';
import { visit } from '../setting/visit';
import { useWords } from '../words/use-words';
import { Icon } from './icon';

/** A telephone number; a terminal in a hall shows it only. */
export function PhoneCall({ phone }: { phone: string }) {
  const words = useWords().order;
  if (visit.kiosk) return <Box as="span">{phone}</Box>;
  return (
    <Call phone={phone} label={words.call(phone)}>
      <Icon name="phone" />
      {phone}
    </Call>
  );
}
