import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { isOrderNumber } from '../../../../../shared/order/number';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Entry } from '../../element/entry';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { Keypad } from '../../part/keypad';
import { problemWords, Told } from '../../part/state';
import { joinAccount, lookUp } from '../../query/order';
import { asProblem } from '../../request/problem';
import { orderPage } from '../../setting/pages';
import { useSession } from '../../setting/session';
import { travelTo } from '../../setting/travel';
import { visit } from '../../setting/visit';
import { useWords } from '../../words/use-words';

const clean = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
const prefix = 'CM';

/** One report by number and query code; a typing error in the number is told at once. */
export default function LookUpPage() {
  const words = useWords();
  const [number, setNumber] = useState(clean(useRouter().params.number ?? ''));
  const [code, setCode] = useState('');
  const [writing, setWriting] = useState<'number' | 'code'>('number');
  const [told, setTold] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const wrongNumber = (left || number.length >= 16) && number !== '' && !isOrderNumber(number);
  const session = useSession();
  const go = async (join: boolean) => {
    setLeft(true);
    if (!isOrderNumber(number)) return setTold(words.lookUp.numberWrong);
    if (!/^[2-9A-HJ-KM-NP-Z]{6}$/.test(code)) return setTold(words.lookUp.codeWrong);
    setBusy(true);
    setTold(null);
    try {
      if (join) await joinAccount(number, code);
      travelTo(orderPage(await lookUp(number, code)));
    } catch (failure) {
      setTold(problemWords(asProblem(failure), words));
    }
    return setBusy(false);
  };
  const press = (digits: string) => {
    const next = digits ? prefix + digits : '';
    setNumber(next);
    if (isOrderNumber(next)) setWriting('code');
  };
  return (
    <Frame
      title={words.lookUp.title}
      lead={words.lookUp.lead}
      tab={visit.kiosk ? 'lookUp' : undefined}
      className="slim"
    >
      <Box className="card">
        <Box className="field">
          <Caption of="look-up-number">{words.lookUp.number}</Caption>
          <Entry
            id="look-up-number"
            value={number}
            maxLength={20}
            placeholder={words.lookUp.numberPlace}
            invalid={wrongNumber}
            describedBy="number-wrong"
            readOnly={visit.kiosk}
            writing={visit.kiosk && writing === 'number'}
            onFocus={() => setWriting('number')}
            onChange={(text) => setNumber(clean(text))}
            onLeave={() => setLeft(true)}
          />
          <Box as="p" className="wrong" id="number-wrong" live="polite">
            {wrongNumber ? words.lookUp.numberWrong : ''}
          </Box>
        </Box>
        <Box className="field">
          <Caption of="look-up-code">{words.lookUp.code}</Caption>
          <Entry
            id="look-up-code"
            value={code}
            maxLength={6}
            placeholder={words.lookUp.codePlace}
            readOnly={visit.kiosk}
            writing={visit.kiosk && writing === 'code'}
            onFocus={() => setWriting('code')}
            onChange={(text) => setCode(clean(text))}
          />
        </Box>
        {visit.kiosk && writing === 'number' && (
          <Keypad value={number.slice(prefix.length)} onChange={press} most={14} />
        )}
        {visit.kiosk && writing === 'code' && <Keypad keys="code" value={code} onChange={setCode} most={6} />}
        {told && (
          <Told kind="bad" id="look-up-told">
            {told}
          </Told>
        )}
        <Press className="first wide" id="look-up" disabled={busy} onPress={() => void go(false)}>
          {busy ? words.lookUp.going : words.lookUp.go}
        </Press>
        {session && !visit.kiosk && (
          <Press className="second wide" id="look-up-join" disabled={busy} onPress={() => void go(true)}>
            {words.lookUp.join}
          </Press>
        )}
        {!visit.kiosk && (
          <Box as="p" className="hint centred">
            {words.lookUp.mine}
          </Box>
        )}
      </Box>
    </Frame>
  );
}
