import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { providerWords } from '../../../../../../shared/notice/delivery-word';
import { topicTitles } from '../../../../../../shared/notice/topic-title';
import { Field } from '../../../part/field';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { request } from '../../../request/request';

interface Dead {
  id: number;
  at: string;
  providerWord: string;
  title: string;
  recipient: string;
  number: string | null;
  error: string;
  attempts: number;
}
interface Filter {
  provider: string | null;
  topic: string | null;
}

const columns = [
  { title: '时间', key: 'at', width: 120, render: (_: unknown, dead: Dead) => shortTime(dead.at) },
  { title: '方式', dataIndex: 'providerWord', width: 130 },
  { title: '消息', dataIndex: 'title', width: 130 },
  { title: '收件人', dataIndex: 'recipient', width: 130 },
  {
    title: '工单',
    key: 'number',
    width: 190,
    render: (_: unknown, dead: Dead) =>
      dead.number ? <Link to={`/orders/${dead.number}`}>{dead.number}</Link> : null,
  },
  { title: '原因', dataIndex: 'error' },
  { title: '试过', key: 'attempts', width: 80, render: (_: unknown, dead: Dead) => `${dead.attempts} 次` },
];

/** Asks why, then sends the chosen ones, or all that the filter names, once more. */
function Again({ ids, filter, onClose }: { ids: number[]; filter: Filter; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const { message } = App.useApp();
  const { provider, topic } = filter;
  const send = useMutation({
    mutationFn: () =>
      request<{ resent: number; left: number }>('POST', '/admin/providers/resend', {
        ...(ids.length > 0 ? { ids } : {}),
        ...(ids.length === 0 && provider ? { provider } : {}),
        ...(ids.length === 0 && topic ? { topic } : {}),
        reason: reason.trim(),
      }),
    onSuccess: async ({ resent, left }) => {
      await client.invalidateQueries({ queryKey: ['dead-letters'] });
      await client.invalidateQueries({ queryKey: ['providers'] });
      void message.success(`已重新发送 ${resent} 条${left > 0 ? `，还有 ${left} 条，可再点一次` : ''}。`);
      onClose();
    },
  });
  const what = [providerWords[provider ?? ''], topicTitles[topic ?? '']].filter(Boolean).join('的');
  return (
    <Modal
      open
      title={ids.length > 0 ? `重发选中的 ${ids.length} 条` : `重发${what}全部没有发出的消息`}
      okText="重发"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => send.mutate()}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: send.isPending }}
    >
      {send.error ? <Alert type="error" showIcon role="alert" title={send.error.message} /> : null}
      <p className="muted">一次最多 500 条，按原来的先后发送。过期的登录验证码不会重发。</p>
      <Field label="为什么现在可以发了（会记入留痕）">
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            placeholder="如：短信账号已充值"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            data-testid="resend-reason"
          />
        )}
      </Field>
    </Modal>
  );
}

/** Messages that did not go out, and sending them once more: some, or all of a provider or topic (spec 5). */
export function DeadLetters({ maySend }: { maySend: boolean }) {
  const [filter, setFilter] = useState<Filter>({ provider: null, topic: null });
  const [chosen, setChosen] = useState<number[]>([]);
  const [asking, setAsking] = useState(false);
  // What is not shown any more is not sent.
  const narrow = (to: Filter) => {
    setFilter(to);
    setChosen([]);
  };
  const query = new URLSearchParams({ limit: '50' });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  const pages = useInfiniteQuery({
    queryKey: ['dead-letters', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Dead[]; next: string | null }>(
        'GET',
        `/admin/providers/dead?${query}${pageParam ? `&cursor=${pageParam}` : ''}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  const narrowed = filter.provider !== null || filter.topic !== null;
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <section className="card">
      <h3>没有发出的消息</h3>
      <Space wrap style={{ marginBottom: 12 }}>
        <Select
          aria-label="哪种方式"
          placeholder="哪种方式"
          allowClear
          style={{ width: 160 }}
          value={filter.provider}
          onChange={(provider) => narrow({ ...filter, provider: provider ?? null })}
          options={options(providerWords)}
        />
        <Select
          aria-label="哪种消息"
          placeholder="哪种消息"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 160 }}
          value={filter.topic}
          onChange={(topic) => narrow({ ...filter, topic: topic ?? null })}
          options={options(topicTitles)}
        />
        {maySend ? (
          <Button
            type="primary"
            disabled={chosen.length === 0 && (!narrowed || items.length === 0)}
            onClick={() => setAsking(true)}
            data-testid="resend"
          >
            {chosen.length > 0 ? `重发选中的 ${chosen.length} 条` : '重发这一类全部'}
          </Button>
        ) : null}
      </Space>
      {pages.error ? <Alert type="error" showIcon title={pages.error.message} /> : null}
      <Grid<Dead>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 960 }}
        loading={pages.isPending}
        columns={columns}
        dataSource={items}
        locale={{ emptyText: '没有这样的消息' }}
        {...(maySend
          ? {
              rowSelection: {
                selectedRowKeys: chosen,
                onChange: (keys) => setChosen(keys.map(Number).slice(0, 100)),
                getCheckboxProps: (dead: Dead) => ({ 'aria-label': `选中 ${dead.title} ${dead.recipient}` }),
                columnTitle: '选',
              },
            }
          : {})}
      />
      {pages.hasNextPage ? (
        <Button style={{ marginTop: 12 }} onClick={() => void pages.fetchNextPage()}>
          更多
        </Button>
      ) : null}
      {asking ? (
        <Again
          ids={chosen}
          filter={filter}
          onClose={() => {
            setAsking(false);
            setChosen([]);
          }}
        />
      ) : null}
    </section>
  );
}
