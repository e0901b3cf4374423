import { useState } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Icon } from '../../part/icon';
import { wipe } from '../../part/idle-guard';
import { Told } from '../../part/state';
import { hasCamera } from '../../platform/camera';
import { copy } from '../../platform/clipboard';
import { canPrint, printPage, printRoll } from '../../platform/print';
import { canSavePicture, savePicture } from '../../platform/save-picture';
import { askToSubscribe, subscribeQuestions } from '../../platform/subscribe';
import { tellSubscriptions } from '../../query/session';
import { orderPage, pages } from '../../setting/pages';
import type { KeptReceipt } from '../../setting/receipt';
import { travelOn } from '../../setting/travel';
import { visit } from '../../setting/visit';
import { useWords } from '../../words/use-words';

/** What to do with the number and code: keep them, be told, go on. */
export function ReceiptActions({ receipt }: { receipt: KeptReceipt }) {
  const words = useWords().receipt;
  return (
    <Box className="card receipt-actions">
      <Box as="h2" className="card-title">
        {words.keepTitle}
      </Box>
      <Box className="stack">
        {visit.kiosk ? (
          <>
            <Press className="first wide" id="print" onPress={() => printRoll('receipt')}>
              <Icon name="print" />
              {words.print}
            </Press>
            <Press className="second wide" id="finish" onPress={() => void wipe()}>
              {words.finish}
            </Press>
          </>
        ) : (
          <OwnDevice receipt={receipt} />
        )}
      </Box>
    </Box>
  );
}

function OwnDevice({ receipt }: { receipt: KeptReceipt }) {
  const all = useWords();
  const words = all.receipt;
  const [told, setTold] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const both = `${words.number} ${receipt.number} ${words.code} ${receipt.queryCode}`;
  const subscribe = async () => {
    const answers = await askToSubscribe(asked);
    if (answers.length > 0) await tellSubscriptions(answers);
    setAsked(asked + 1);
    const granted = answers.some(({ result }) => result === 'accept');
    setTold(granted ? words.subscribed : words.notGranted);
  };
  const save = () =>
    savePicture(receipt.number, [
      { text: all.brand, size: 40, bold: true },
      { text: words.number, size: 30 },
      { text: receipt.number, size: 56, bold: true },
      { text: words.code, size: 30 },
      { text: receipt.queryCode, size: 72, bold: true },
      { text: words.keep, size: 26 },
    ]);
  const onPhone = hasCamera();
  return (
    <>
      {asked < subscribeQuestions && (
        <Press
          className="first wide"
          id="subscribe"
          onPress={() => void subscribe().catch(() => setTold(words.notSubscribed))}
        >
          {asked === 0 ? words.subscribe : words.subscribeMore}
        </Press>
      )}
      <Press
        className={asked < subscribeQuestions ? 'second wide' : 'first wide'}
        id="open-order"
        onPress={() => travelOn(orderPage(receipt.number))}
      >
        {words.open}
      </Press>
      <Press
        className="second wide"
        id="copy"
        onPress={() => void copy(both).then((done) => setTold(done ? words.copied : both))}
      >
        {words.copy}
      </Press>
      {canSavePicture && onPhone && (
        <Press
          className="second wide"
          id="save"
          onPress={() => void save().then((done) => setTold(done ? words.saved : both))}
        >
          {words.save}
        </Press>
      )}
      {canPrint() && !onPhone && (
        <Press className="second wide" id="print" onPress={printPage}>
          <Icon name="print" />
          {words.print}
        </Press>
      )}
      {told && <Told kind="good">{told}</Told>}
      <Door to={pages.home} home className="plain-door centred">
        {words.home}
      </Door>
    </>
  );
}
