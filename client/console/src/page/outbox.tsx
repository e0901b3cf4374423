import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Grid } from '../part/grid';
import { shortTime } from '../part/light';
import { request } from '../request/request';

interface Message {
  id: number;
  at: string;
  state: 'waiting' | 'sent' | 'dead' | 'held';
  recipient: string;
  text: string | null;
  attempts: number;
}
const words = { waiting: '等待发送', sent: '已发出', dead: '没有发出', held: '暂缓' };
const columns = [
  { title: '时间', key: 'at', width: 130, render: (_: unknown, message: Message) => shortTime(message.at) },
  { title: '收件人', dataIndex: 'recipient', width: 150 },
  { title: '状态', key: 'state', width: 110, render: (_: unknown, message: Message) => words[message.state] },
  {
    title: '内容',
    key: 'text',
    render: (_: unknown, message: Message) => (
      <span data-testid="outbox-text">{message.text ?? '正式环境不显示内容'}</span>
    ),
  },
];

/** Messages on their way and sent; in the demonstration their text can be read here (spec 5). */
export default function Outbox() {
  const messages = useQuery({
    queryKey: ['outbox'],
    queryFn: () => request<{ items: Message[] }>('GET', '/desk/outbox?limit=100'),
    refetchInterval: 5_000,
  });
  return (
    <>
      <h2>消息</h2>
      <Button className="noprint" style={{ marginBottom: 12 }} href="/api/reports/exports/dead-letters.xlsx">
        导出没有发出的
      </Button>
      {messages.error ? <Alert type="error" title={messages.error.message} /> : null}
      <Grid<Message>
        rowKey="id"
        size="middle"
        pagination={false}
        loading={messages.isPending}
        columns={columns}
        dataSource={messages.data?.items ?? []}
        scroll={{ x: 700 }}
        locale={{ emptyText: '还没有消息' }}
      />
    </>
  );
}
