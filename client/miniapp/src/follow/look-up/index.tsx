import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { isOrderNumber } from '../../../../../shared/order/number';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Entry } from '../../element/entry';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { problemWords, Told } from '../../part/state';
import { lookUp } from '../../query/order';
import { asProblem } from '../../request/problem';
import { orderPage } from '../../setting/pages';
import { useWords } from '../../words/use-words';

const clean = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** One report by number and query code; the QR code of a slip brings the number. A typing error is told at once. */
export default function LookUpPage() {
  const words = useWords();
  const given = useRouter().params.number ?? '';
  const [number, setNumber] = useState(clean(given));
  const [code, setCode] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const wrongNumber = (left || number.length >= 16) && number !== '' && !isOrderNumber(number);
  const go = async () => {
    setLeft(true);
    if (!isOrderNumber(number)) return setTold(words.lookUp.numberWrong);
    if (!/^[2-9A-HJ-KM-NP-Z]{6}$/.test(code)) return setTold(words.lookUp.codeWrong);
    setBusy(true);
    setTold(null);
    try {
      await Taro.navigateTo({ url: orderPage(await lookUp(number, code)) });
    } catch (failure) {
      setTold(problemWords(asProblem(failure), words));
    }
    return setBusy(false);
  };
  return (
    <Frame title={words.lookUp.title}>
      <Box className="card narrow">
        <Box as="p" className="hint">
          {words.lookUp.lead}
        </Box>
        <Box className="field">
          <Caption of="look-up-number">{words.lookUp.number}</Caption>
          <Entry
            id="look-up-number"
            value={number}
            maxLength={20}
            placeholder={words.lookUp.numberPlace}
            invalid={wrongNumber}
            describedBy="number-wrong"
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
            onChange={(text) => setCode(clean(text))}
          />
        </Box>
        {told && (
          <Told kind="bad" id="look-up-told">
            {told}
          </Told>
        )}
        <Press className="first wide" id="look-up" disabled={busy} onPress={() => void go()}>
          {words.lookUp.go}
        </Press>
        <Box as="p" className="hint">
          {words.lookUp.mine}
        </Box>
      </Box>
    </Frame>
  );
}
