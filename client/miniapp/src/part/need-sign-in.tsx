import { useState } from 'react';
import { Box } from '../element/box';
import { Door } from '../element/door';
import { pages } from '../setting/pages';
import { useWords } from '../words/use-words';
import { SmsSignIn } from './sms-sign-in';

/** Where a page is one's own: sign in right here, and the page goes on. */
export function NeedSignIn() {
  const words = useWords();
  const [phone, setPhone] = useState('');
  return (
    <Box as="section" className="card sign-card" labelledBy="sign-title">
      <Box as="h2" className="card-title" id="sign-title">
        {words.sign.lead}
      </Box>
      <Box as="p" className="hint">
        {words.sign.text}
      </Box>
      <SmsSignIn phone={phone} onPhone={setPhone} button={words.sign.signIn} />
      <Door to={pages.lookUp} className="plain-door">
        {words.nav.lookUp}
      </Door>
    </Box>
  );
}
