import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { Icon } from '../../part/icon';
import { wipe } from '../../part/idle-guard';
import { Nothing, Told } from '../../part/state';
import { copy } from '../../platform/clipboard';
import { printPage } from '../../platform/page';
import { askToSubscribe, canSubscribe } from '../../platform/subscribe';
import { tellSubscriptions } from '../../query/session';
import { momentWords } from '../../setting/date-words';
import { orderPage, pages } from '../../setting/pages';
import { readReceipt } from '../../setting/receipt';
import { visit } from '../../setting/visit';
import { useWords } from '../../words/use-words';

/** After submitting: number and code to keep, who has it, what comes next. */
export default function ReceiptPage() {
  const words = useWords();
  const [receipt] = useState(readReceipt);
  const [told, setTold] = useState<string | null>(null);
  if (!receipt)
    return (
      <Frame title={words.receipt.title}>
        <Nothing title={words.receipt.gone}>
          <Door to={pages.lookUp} className="second">
            {words.nav.lookUp}
          </Door>
        </Nothing>
      </Frame>
    );
  const both = `${words.receipt.number} ${receipt.number} ${words.receipt.code} ${receipt.queryCode}`;
  const subscribe = async () => {
    const answers = await askToSubscribe();
    if (answers.length > 0) await tellSubscriptions(answers);
    setTold(words.receipt.subscribed);
  };
  return (
    <Frame title={words.receipt.lead} tab="report" ownHeading bare className="receipt">
      <Box className="card receipt-card">
        <Box className="receipt-head">
          <Icon name="check" className="big" />
          <Box as="h1" className="page-title">
            {words.receipt.lead}
          </Box>
          <Box as="p" className="receipt-sentence">
            {receipt.sentence}
          </Box>
        </Box>
        {receipt.earlier && <Told kind="good">{words.report.earlier}</Told>}
        <Box as="dl" className="receipt-numbers">
          <Box className="receipt-pair">
            <Box as="dt">{words.receipt.number}</Box>
            <Box as="dd" id="receipt-number" className="big-number">
              {receipt.number}
            </Box>
          </Box>
          <Box className="receipt-pair">
            <Box as="dt">{words.receipt.code}</Box>
            <Box as="dd" id="receipt-code" className="big-number spaced">
              {receipt.queryCode}
            </Box>
          </Box>
        </Box>
        <Box as="p" className="hint centred">
          {words.receipt.keep}
        </Box>
        <Box as="h2" className="card-title">
          {words.receipt.next}
        </Box>
        <Box as="ol" className="steps">
          {receipt.nextSteps.map((step, at) => (
            <Box as="li" key={step.text} className="step">
              <Box as="span" className="step-mark" hidden>
                {at + 1}
              </Box>
              <Box className="step-words">
                <Box as="p">{step.text}</Box>
                {step.by && <Box as="strong">{words.receipt.by(momentWords(step.by, words))}</Box>}
              </Box>
            </Box>
          ))}
        </Box>
        {told && <Told kind="good">{told}</Told>}
        <Box className="stack not-printed">
          {canSubscribe && (
            <Press className="first wide" onPress={() => void subscribe().catch(() => setTold(null))}>
              {words.receipt.subscribe}
            </Press>
          )}
          {visit.kiosk ? (
            <>
              <Press className="first wide" id="print" onPress={printPage}>
                {words.receipt.print}
              </Press>
              <Press className="second wide" id="finish" onPress={() => void wipe()}>
                {words.receipt.finish}
              </Press>
            </>
          ) : (
            <>
              <Press
                className={canSubscribe ? 'second wide' : 'first wide'}
                id="open-order"
                onPress={() => void Taro.redirectTo({ url: orderPage(receipt.number) })}
              >
                {words.receipt.open}
              </Press>
              <Press
                className="second wide"
                id="copy"
                onPress={() => void copy(both).then((done) => setTold(done ? words.receipt.copied : both))}
              >
                {words.receipt.copy}
              </Press>
              <Door to={pages.home} home className="plain-door centred">
                {words.receipt.home}
              </Door>
            </>
          )}
        </Box>
      </Box>
    </Frame>
  );
}
