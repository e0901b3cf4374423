import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Entry } from '../../element/entry';
import { Icon } from '../../part/icon';
import { SmsSignIn } from '../../part/sms-sign-in';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { Section, Wrong } from './section';

export function ContactCard({ draft, change, missing }: CardProps) {
  const words = useWords();
  const phone = useSession()?.reporter.phone;
  return (
    <Section id="contact" title={words.report.contactTitle}>
      <Box className="field">
        <Caption of="name">
          {draft.kind === 'enterprise' ? words.report.contactName : words.report.name} *
        </Caption>
        <Entry
          id="name"
          value={draft.name}
          maxLength={60}
          autoComplete="name"
          invalid={missing.includes('who-name')}
          onChange={(name) => change({ name })}
        />
        <Wrong show={missing.includes('who-name')}>{words.report.need['who-name']}</Wrong>
      </Box>
      {phone ? (
        <Box as="p" className="tied" id="phone-tied">
          <Icon name="check" />
          {words.report.phoneTied(phone)}
        </Box>
      ) : (
        <SmsSignIn phone={draft.phone} onPhone={(typed) => change({ phone: typed })} button={words.sign.go} />
      )}
      <Wrong show={missing.includes('sign-in') && !phone}>{words.report.need['sign-in']}</Wrong>
    </Section>
  );
}
