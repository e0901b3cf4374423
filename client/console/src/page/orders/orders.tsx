import { Alert, Empty, type InputRef, Spin } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePhone } from '../../part/use-phone';
import { useChoice } from '../../query/choice';
import { useOrders, useSummary } from '../../query/desk';
import { useUnits } from '../../query/order';
import type { Me } from '../../query/staff';
import { request } from '../../request/request';
import { askedWords } from './asked-words';
import { BulkBar } from './bulk-bar';
import { chosenColumns } from './columns';
import { Filters } from './filters';
import { KeyHelp } from './key-help';
import { OrderCards } from './order-cards';
import { OrderTable } from './order-table';
import { Pages } from './pages';
import { PrintHead } from './print-head';
import { Toolbar } from './toolbar';
import { listOf, useChoosing } from './use-choosing';
import { useListKeys } from './use-list-keys';
import './orders.css';

const acting = ['clerk', 'handler', 'unit-lead', 'dispatcher', 'supervisor'];

/** The filters stand in the address, so that a list can be kept, shared and gone back to. */
function useFilters() {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (name: string, value: string | undefined) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        if (name !== 'cursor') next.delete('cursor');
        return next;
      }),
    [setSearch],
  );
  const open = useCallback((query: string) => setSearch(new URLSearchParams(query)), [setSearch]);
  return { search, set, open };
}

/** Every print is written down, as every export is (spec 6). */
function useRecordedPrint(search: string, rows: number): void {
  useEffect(() => {
    const record = () => void request('POST', '/console/prints', { query: search, rows });
    window.addEventListener('beforeprint', record);
    return () => window.removeEventListener('beforeprint', record);
  }, [search, rows]);
}

/** The list of orders and the ledger: filters, columns, keys, several orders at once, print. */
export default function Orders({ me }: { me: Me }) {
  const { search, set, open } = useFilters();
  const orders = useOrders(search.toString());
  const summary = useSummary();
  const units = useUnits();
  const choice = useChoice('order-columns');
  const phone = usePhone();
  const list = listOf(search);
  const choosing = useChoosing(list, !orders.isPlaceholderData);
  const [help, setHelp] = useState(false);
  const searchRef = useRef<InputRef>(null);
  const items = orders.data?.items ?? [];
  const next = orders.data?.next ?? null;
  const { toggle } = choosing;
  const keys = useMemo(
    () => ({
      choose: (number: string) => {
        const card = items.find((each) => each.number === number);
        if (card) toggle([card]);
      },
      search: () => searchRef.current?.focus({ cursor: 'all' }),
      help: () => setHelp(true),
      next: () => next && set('cursor', next),
      first: () => set('cursor', undefined),
    }),
    [items, next, toggle, set],
  );
  useListKeys(keys);
  useRecordedPrint(search.toString(), items.length);
  const queue = summary.data?.queues.find((each) => each.id === search.get('queue'))?.title;
  const unit = units.data?.items.find((each) => each.id === search.get('unit'))?.name;
  const matter = search.get('matter') ? (items[0]?.matter ?? undefined) : undefined;
  const mayAct = !phone && me.roles.some((held) => acting.includes(held.role));
  const chosen = chosenColumns(choice.value);
  return (
    <>
      <h2 className="noprint">{queue ? `工单：${queue}` : '工单'}</h2>
      <PrintHead
        me={me}
        asked={askedWords(search, { 队列: queue, 单位: unit, 事项: matter })}
        count={items.length}
      />
      <Filters search={search} set={set} onClear={() => open('')} searchRef={searchRef} />
      <Toolbar
        search={search}
        set={set}
        onOpen={open}
        onHelp={() => setHelp(true)}
        columns={{ chosen, onChoose: choice.keep, error: choice.error }}
      />
      {orders.error ? (
        <Alert type="error" showIcon title={orders.error.message} style={{ marginBottom: 12 }} />
      ) : null}
      <Spin spinning={orders.isPending || orders.isPlaceholderData}>
        {phone ? (
          <OrderCards items={items} viewed={orders.data?.viewed ?? {}} />
        ) : (
          <OrderTable
            items={items}
            viewed={orders.data?.viewed ?? {}}
            columns={chosen}
            choosing={mayAct ? choosing : null}
          />
        )}
        {items.length === 0 && !orders.isPending ? (
          <Empty className="nothing" description="没有符合条件的工单" />
        ) : null}
      </Spin>
      <Pages search={search} next={next} set={set} />
      {mayAct ? <BulkBar key={list} choosing={choosing} shown={items} /> : null}
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}
