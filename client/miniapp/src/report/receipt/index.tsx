import { useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Frame } from '../../part/frame';
import { Icon } from '../../part/icon';
import { Nothing, Told } from '../../part/state';
import { momentWords } from '../../setting/date-words';
import { pages } from '../../setting/pages';
import { readReceipt } from '../../setting/receipt';
import { visit } from '../../setting/visit';
import { useWords } from '../../words/use-words';
import { NumberCode } from './number-code';
import { ReceiptActions } from './receipt-actions';

/** After submitting: number and code to keep, who has it, what comes next. */
export default function ReceiptPage() {
  const words = useWords();
  const [receipt] = useState(readReceipt);
  if (!receipt)
    return (
      <Frame title={words.receipt.goneTitle}>
        <Nothing title={words.receipt.gone} hint={words.receipt.goneHint}>
          <Door to={pages.lookUp} className="first">
            {words.nav.lookUp}
          </Door>
        </Nothing>
      </Frame>
    );
  return (
    <Frame title={words.receipt.lead} tab="report" ownHeading bare className="with-aside receipt">
      <Box className="column">
        <Box className="card" id="receipt">
          <Box className="receipt-head">
            <Icon name="check" className="big" />
            <Box as="h1" className="page-title">
              {words.receipt.lead}
            </Box>
            <Box as="p" className="receipt-sentence">
              {words.standing.receipt(receipt, (iso) => momentWords(iso, words))}
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
            {visit.kiosk ? words.receipt.keepPaper : words.receipt.keep}
          </Box>
          <Box as="h2" className="card-title">
            {words.receipt.next}
          </Box>
          <Box as="ol" className="steps">
            {words.standing.nextSteps(receipt).map((step, at) => (
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
          {visit.kiosk && <NumberCode number={receipt.number} />}
        </Box>
      </Box>
      <Box as="aside" className="aside shown-aside not-printed" label={words.receipt.keepTitle}>
        <ReceiptActions receipt={receipt} />
      </Box>
    </Frame>
  );
}
