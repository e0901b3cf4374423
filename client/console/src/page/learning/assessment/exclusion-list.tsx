import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Field } from '../../../part/field';
import { Grid } from '../../../part/grid';
import { Refusal } from '../../../part/refusal';
import { type Exclusion, useExclusions } from '../../../query/assessment';
import { request } from '../../../request/request';

const states = { proposed: '○ 待决定', agreed: '● 不计入', refused: '－ 仍计入' };

function Propose({ year }: { year: number }) {
  const [order, setOrder] = useState('');
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const propose = useMutation({
    mutationFn: () =>
      request('POST', '/learning/assessment/exclusions', { year, order: order.trim().toUpperCase(), reason }),
    onSuccess: async () => {
      setOrder('');
      setReason('');
      await client.invalidateQueries({ queryKey: ['assessment-exclusions'] });
    },
  });
  return (
    <section className="card">
      <h3>申请一件不计入</h3>
      <Refusal error={propose.error} />
      <Space wrap align="end">
        <Field label="工单编号">
          {(id) => (
            <Input
              id={id}
              style={{ width: 220 }}
              value={order}
              onChange={(event) => setOrder(event.target.value)}
              data-testid="exclusion-order"
            />
          )}
        </Field>
        <Field label="理由（不写姓名电话）">
          {(id) => (
            <Input
              id={id}
              style={{ width: 'min(340px, 72vw)' }}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              data-testid="exclusion-reason"
            />
          )}
        </Field>
        <Button
          type="primary"
          disabled={!/^CM\d{14}$/i.test(order.trim()) || reason.trim().length < 4}
          loading={propose.isPending}
          onClick={() => propose.mutate()}
          data-testid="exclusion-submit"
        >
          提交
        </Button>
      </Space>
    </section>
  );
}

function Decide({ exclusion, onDone }: { exclusion: Exclusion; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (agreed: boolean) =>
      request('POST', `/learning/assessment/exclusions/${exclusion.id}/decide`, { agreed, reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['assessment-exclusions'] });
      await client.invalidateQueries({ queryKey: ['assessment'] });
      onDone();
    },
  });
  const ready = reason.trim().length >= 2;
  return (
    <Modal open title={`${exclusion.number} 是否计入`} footer={null} onCancel={onDone}>
      <p>
        {exclusion.unit}：{exclusion.reason}
      </p>
      <Refusal error={decide.error} />
      <div className="impact">
        <Field label="决定的理由">
          {(id) => (
            <Input.TextArea
              id={id}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Space style={{ marginTop: 12 }}>
        <Button
          type="primary"
          disabled={!ready}
          loading={decide.isPending}
          onClick={() => decide.mutate(true)}
        >
          同意不计入
        </Button>
        <Button disabled={!ready} loading={decide.isPending} onClick={() => decide.mutate(false)}>
          仍计入
        </Button>
      </Space>
    </Modal>
  );
}

/** Orders asked to be left out of a year; one person asks, another decides (spec 7). */
export function ExclusionList({ year, mayPropose }: { year: number; mayPropose: boolean }) {
  const pages = useExclusions(year);
  const [open, setOpen] = useState<Exclusion | null>(null);
  return (
    <>
      {mayPropose ? <Propose year={year} /> : null}
      <Refusal error={pages.error} />
      <Grid<Exclusion>
        rowKey="id"
        size="small"
        pagination={false}
        loading={pages.isPending}
        scroll={{ x: 900 }}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: '没有申请' }}
        columns={[
          {
            title: '工单',
            key: 'number',
            width: 180,
            render: (_, row) => <Link to={`/orders/${row.number}`}>{row.number}</Link>,
          },
          { title: '单位', dataIndex: 'unit', width: 200 },
          { title: '理由', dataIndex: 'reason' },
          { title: '申请人', dataIndex: 'proposedBy', width: 130 },
          {
            title: '决定',
            key: 'state',
            width: 260,
            render: (_, row) => (
              <>
                {states[row.state]}
                {row.decidedBy ? `　${row.decidedBy}：${row.decision ?? ''}` : ''}
                {row.mayDecide ? (
                  <Button size="small" style={{ marginLeft: 8 }} onClick={() => setOpen(row)}>
                    决定
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {pages.hasNextPage ? <Button onClick={() => void pages.fetchNextPage()}>更多</Button> : null}
      {open ? <Decide exclusion={open} onDone={() => setOpen(null)} /> : null}
    </>
  );
}
