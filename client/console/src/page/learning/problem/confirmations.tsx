import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { formatMonth } from '../../../../../../shared/learning/month';
import { Field } from '../../../part/field';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import type { Named } from '../../../query/problem';
import { request } from '../../../request/request';

interface Confirmation {
  unit: Named;
  confirmedBy: string | null;
  confirmedAt: string | null;
  openItems: number | null;
  mayConfirm: boolean;
}
interface Page {
  month: string;
  missing: number;
  items: Confirmation[];
}

const thisMonth = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

/** Each unit's monthly word that its list is complete; those that have not given it stand first. */
export function Confirmations() {
  const [month, setMonth] = useState(thisMonth());
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['confirmations', month],
    enabled: /^20\d\d-\d\d$/.test(month),
    queryFn: () => request<Page>('GET', `/learning/confirmations?month=${month}`),
  });
  const confirm = useMutation({
    mutationFn: (unitId: string) => request('POST', '/learning/confirmations', { unitId, month }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['confirmations'] }),
  });
  return (
    <>
      <div style={{ maxWidth: 200, marginBottom: 12 }}>
        <Field label="月份">
          {(id) => (
            <Input id={id} type="month" value={month} onChange={(event) => setMonth(event.target.value)} />
          )}
        </Field>
      </div>
      <Refusal error={found.error ?? confirm.error} />
      {found.data ? (
        <p>
          {formatMonth(found.data.month)}：{found.data.items.length} 个单位，还有 {found.data.missing}{' '}
          个没有确认。
        </p>
      ) : null}
      <Grid<Confirmation>
        rowKey={(row) => row.unit.id}
        size="small"
        pagination={false}
        loading={found.isPending}
        scroll={{ x: 640 }}
        dataSource={found.data?.items ?? []}
        locale={{ emptyText: '没有单位' }}
        columns={[
          { title: '单位', key: 'unit', render: (_, row) => row.unit.name },
          {
            title: '确认',
            key: 'confirmed',
            width: 240,
            render: (_, row) =>
              row.confirmedAt ? (
                <>
                  ● {row.confirmedBy} {shortTime(row.confirmedAt)}
                </>
              ) : row.mayConfirm ? (
                <Button
                  type="primary"
                  loading={confirm.isPending}
                  onClick={() => confirm.mutate(row.unit.id)}
                  data-testid="confirm-month"
                >
                  确认清单完整
                </Button>
              ) : (
                <span className="light yellow">○ 没有确认</span>
              ),
          },
          { title: '当时未解决', key: 'open', width: 110, render: (_, row) => row.openItems ?? '—' },
        ]}
      />
    </>
  );
}
