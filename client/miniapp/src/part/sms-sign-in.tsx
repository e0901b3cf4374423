import { useEffect, useState } from 'react';
import { Box } from '../element/box';
import { Caption } from '../element/caption';
import { Entry } from '../element/entry';
import { Press } from '../element/press';
import { phoneFromPlatform } from '../platform/sign-in';
import { provePhone, sendCode, signInByChannel, tiePhone } from '../query/session';
import { asProblem } from '../request/problem';
import { readSession } from '../setting/session';
import { visit } from '../setting/visit';
import { useWords } from '../words/use-words';
import { Keypad } from './keypad';
import { problemWords, Told } from './state';

const isPhone = (text: string) => /^1[3-9]\d{9}$/.test(text);

/** Proves the phone number by an SMS code, or by the platform where it can. */
export function SmsSignIn({
  phone,
  onPhone,
  button,
}: {
  phone: string;
  onPhone: (phone: string) => void;
  button: string;
}) {
  const words = useWords();
  const [code, setCode] = useState('');
  const [wait, setWait] = useState(0);
  const [writing, setWriting] = useState<'phone' | 'code'>('phone');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ kind: 'good' | 'bad'; text: string } | null>(null);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const attempt = async (work: () => Promise<unknown>, good: string | null) => {
    setBusy(true);
    setTold(null);
    try {
      await work();
      if (good) setTold({ kind: 'good', text: good });
    } catch (failure) {
      setTold({ kind: 'bad', text: problemWords(asProblem(failure), words) });
    }
    setBusy(false);
  };
  const send = () => {
    if (!isPhone(phone)) return setTold({ kind: 'bad', text: words.sign.wrongPhone });
    void attempt(async () => {
      await sendCode(phone);
      setWait(60);
      setWriting('code');
    }, words.sign.sent);
    return undefined;
  };
  const go = () => void attempt(() => provePhone(phone, code), null);
  return (
    <Box className="sign">
      {phoneFromPlatform && (
        <Press
          className="second wide"
          id="platform-phone"
          openType="getPhoneNumber"
          onPhone={(detail) =>
            detail.code || detail.encrypted
              ? void attempt(async () => {
                  if (!readSession()) await signInByChannel();
                  await tiePhone(detail);
                }, words.sign.done)
              : setTold({ kind: 'bad', text: words.sign.platformRefused })
          }
        >
          {words.sign.platformPhone}
        </Press>
      )}
      <Box className="field">
        <Caption of="phone">{words.sign.phone} *</Caption>
        <Box className="joined">
          <Entry
            id="phone"
            type="tel"
            value={phone}
            maxLength={11}
            autoComplete="tel-national"
            readOnly={visit.kiosk}
            writing={visit.kiosk && writing === 'phone'}
            onFocus={() => setWriting('phone')}
            onChange={(text) => onPhone(text.replace(/\D/g, ''))}
            describedBy="phone-hint"
          />
          <Press className="second" id="send-code" disabled={busy || wait > 0} onPress={send}>
            {wait > 0 ? words.sign.resend(wait) : words.sign.send}
          </Press>
        </Box>
        <Box as="p" className="hint" id="phone-hint">
          {words.report.phoneHint}
        </Box>
      </Box>
      {visit.kiosk && writing === 'phone' && <Keypad value={phone} onChange={onPhone} most={11} />}
      <Box className="field">
        <Caption of="code">{words.sign.code} *</Caption>
        <Box className="joined">
          <Entry
            id="code"
            type="one-time-code"
            value={code}
            maxLength={6}
            placeholder={words.sign.codePlace}
            readOnly={visit.kiosk}
            writing={visit.kiosk && writing === 'code'}
            onFocus={() => setWriting('code')}
            onChange={(text) => setCode(text.replace(/\D/g, ''))}
          />
          <Press
            className="first"
            id="verify-code"
            disabled={busy || code.length < 4 || !isPhone(phone)}
            onPress={go}
          >
            {button}
          </Press>
        </Box>
      </Box>
      {visit.kiosk && writing === 'code' && <Keypad value={code} onChange={setCode} most={6} />}
      {told && <Told kind={told.kind}>{told.text}</Told>}
    </Box>
  );
}
