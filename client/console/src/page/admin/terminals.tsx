import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { PickUnit } from '../../part/pick';
import { QrCode } from '../../part/qr-code';
import { request } from '../../request/request';

interface Terminal {
  id: string;
  name: string;
  hall: string;
  lastSeenAt: string | null;
  revokedAt: string | null;
}

function NewTerminal() {
  const client = useQueryClient();
  const [hallUnitId, setHall] = useState<string | null>(null);
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => request<{ url: string }>('POST', '/admin/terminals', { hallUnitId, name: name.trim() }),
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries({ queryKey: ['terminals'] });
    },
  });
  return (
    <section className="card">
      <h3>新增自助终端</h3>
      {add.error ? <Alert type="error" showIcon title={add.error.message} /> : null}
      <Space wrap>
        <PickUnit value={hallUnitId} onChange={setHall} label="大厅" />
        <Input
          aria-label="终端名称"
          placeholder="终端名称，如 一楼 1 号"
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          type="primary"
          disabled={!hallUnitId || name.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          生成
        </Button>
      </Space>
      {add.data ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title="打开地址只显示这一次，请在终端的浏览器里设为首页"
          description={
            <>
              <code style={{ overflowWrap: 'anywhere' }}>{add.data.url}</code>
              <br />
              <QrCode text={add.data.url} alt="终端打开地址的二维码" size="36mm" />
            </>
          }
        />
      ) : null}
    </section>
  );
}

/** Self-service terminals of the halls: each with a key of its own in its start address (spec 4, `kiosk`). */
export default function TerminalsPage() {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ['terminals'],
    queryFn: () => request<{ items: Terminal[] }>('GET', '/admin/terminals'),
  });
  const end = useMutation({
    mutationFn: (id: string) => request('DELETE', `/admin/terminals/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['terminals'] }),
  });
  const problem = list.error ?? end.error;
  return (
    <>
      <h2>自助终端</h2>
      {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
      <NewTerminal />
      <Grid<Terminal>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 640 }}
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        locale={{ emptyText: '还没有登记终端' }}
        columns={[
          { title: '大厅', dataIndex: 'hall' },
          { title: '终端', dataIndex: 'name' },
          {
            title: '上次使用',
            dataIndex: 'lastSeenAt',
            width: 130,
            render: (at) => shortTime(at) || '还没有用过',
          },
          {
            title: '情况',
            key: 'state',
            width: 90,
            render: (_, each) => (each.revokedAt === null ? '在用' : '已停用'),
          },
          {
            title: '',
            key: 'do',
            width: 90,
            render: (_, each) =>
              each.revokedAt === null ? (
                <Popconfirm
                  title="停用后，这台终端立即不能再用"
                  okText="停用"
                  cancelText="取消"
                  onConfirm={() => end.mutate(each.id)}
                >
                  <Button size="small" aria-label={`停用 ${each.hall} ${each.name}`}>
                    停用
                  </Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
    </>
  );
}
