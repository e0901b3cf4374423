import { useMutation } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { OrderCard } from '../../../../../shared/order/view';
import { Field } from '../../part/field';
import { request } from '../../request/request';
import { askCallers } from './callers';

interface Found {
  number: string;
  line: string;
}

async function find(typed: string): Promise<Found[]> {
  const q = typed.replaceAll(/\s/g, '');
  if (/^1[3-9]\d{9}$/.test(q)) {
    const { items } = await askCallers(q);
    return items.map((each) => ({ number: each.number, line: `${each.name}　${each.stateWord}` }));
  }
  const { items } = await request<{ items: OrderCard[] }>(
    'GET',
    `/desk/orders?limit=10&sort=newest&q=${encodeURIComponent(q)}`,
  );
  return items.map((each) => ({
    number: each.number,
    line: `${each.reporterName ?? ''}　${each.stateWord}`,
  }));
}

/** Any order of the hall by number, telephone or words; the only one found is opened at once. */
export function FindOrder() {
  const go = useNavigate();
  const search = useMutation({
    mutationFn: find,
    onSuccess: ([only, ...more]) =>
      only && more.length === 0 ? void go(`/orders/${only.number}`) : undefined,
  });
  return (
    <aside className="card">
      <h3>查以前的诉求</h3>
      <Field label="编号、手机号或内容里的词">
        {(id) => (
          <Input.Search
            id={id}
            enterButton="查找"
            loading={search.isPending}
            onSearch={(typed) => (typed.trim() ? search.mutate(typed) : undefined)}
            data-testid="find-order"
          />
        )}
      </Field>
      <div aria-live="polite">
        {search.error ? <Alert type="error" title={search.error.message} /> : null}
        {search.data?.length === 0 ? <p className="muted">本中心没有找到。</p> : null}
        {(search.data ?? []).map((each) => (
          <p key={each.number}>
            <Link to={`/orders/${each.number}`}>{each.number}</Link>　{each.line}
          </p>
        ))}
      </div>
    </aside>
  );
}
