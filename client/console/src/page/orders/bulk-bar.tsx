import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type BulkCommand, mostAtOnce } from '../../../../../shared/order/bulk';
import { request } from '../../request/request';
import { commandForms } from '../../word/command-form';
import { BulkForm } from './bulk-form';
import type { Choosing, Chosen } from './use-choosing';

interface Offer {
  command: BulkCommand;
  numbers: string[];
}

/** What may be done to all chosen orders, those on other pages named; what only some allow narrows the choice to those. */
export function BulkBar({ choosing, shown }: { choosing: Choosing; shown: Chosen[] }) {
  const { chosen, keepOnly } = choosing;
  const [command, setCommand] = useState<BulkCommand | null>(null);
  const numbers = [...chosen.keys()];
  const offers = useQuery({
    queryKey: ['orders', 'bulk', ...numbers],
    queryFn: () => request<{ offers: Offer[] }>('GET', `/desk/bulk?numbers=${numbers.join(',')}`),
    enabled: numbers.length > 0,
    placeholderData: (before) => before,
  });
  if (chosen.size === 0) return null;
  const away = chosen.size - shown.filter(({ number }) => chosen.has(number)).length;
  const found = offers.data?.offers ?? [];
  const forAll = found.filter((offer) => offer.numbers.length === chosen.size);
  const forSome = found.filter((offer) => offer.numbers.length < chosen.size);
  return (
    <section className="bulk-bar noprint" aria-label="一起办理">
      <b aria-live="polite">
        已选 {chosen.size} 件{away > 0 ? `，其中 ${away} 件不在本页` : ''}
        {chosen.size === mostAtOnce ? '（一次最多这些）' : ''}
      </b>
      {forAll.map((offer) => (
        <Button
          key={offer.command}
          type="primary"
          onClick={() => setCommand(offer.command)}
          data-testid={`bulk-${offer.command}`}
        >
          {commandForms[offer.command]?.title}
        </Button>
      ))}
      {forSome.map((offer) => (
        <Button key={offer.command} onClick={() => keepOnly(offer.numbers)}>
          只选能{commandForms[offer.command]?.title}的 {offer.numbers.length} 件
        </Button>
      ))}
      {offers.isSuccess && found.length === 0 ? (
        <span className="muted">所选的没有您能一起办的。</span>
      ) : null}
      <Button type="link" onClick={() => keepOnly([])}>
        取消选择
      </Button>
      {command ? (
        <BulkForm
          command={command}
          orders={[...chosen.values()]}
          onClose={(refused) => {
            setCommand(null);
            if (refused) keepOnly(refused);
          }}
        />
      ) : null}
    </section>
  );
}
