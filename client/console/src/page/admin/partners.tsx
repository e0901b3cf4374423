import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { request } from '../../request/request';

interface Key {
  id: string;
  partner: string;
  webhookUrl: string | null;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  active: boolean;
}

/** Keys of partner systems: the secret is seen once, when it is made (spec 4, `city-portal`). */
export default function PartnersPage() {
  const client = useQueryClient();
  const [partner, setPartner] = useState('');
  const [address, setAddress] = useState('');
  const list = useQuery({
    queryKey: ['partners'],
    queryFn: () => request<{ items: Key[] }>('GET', '/admin/partners'),
  });
  const again = () => client.invalidateQueries({ queryKey: ['partners'] });
  const make = useMutation({
    mutationFn: () =>
      request<{ id: string; secret: string }>('POST', '/admin/partners', {
        partner: partner.trim(),
        days: 365,
        ...(address.trim() && { webhookUrl: address.trim() }),
      }),
    onSuccess: again,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => request('DELETE', `/admin/partners/${id}`),
    onSuccess: again,
  });
  const problem = list.error ?? make.error ?? revoke.error;
  return (
    <>
      <h2>合作平台密钥</h2>
      {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
      <section className="card">
        <h3>新密钥（一年有效）</h3>
        <Space wrap>
          <Input
            aria-label="平台名称"
            placeholder="平台名称，如 市总门户"
            maxLength={60}
            value={partner}
            onChange={(event) => setPartner(event.target.value)}
          />
          <Input
            aria-label="推送地址"
            placeholder="推送地址，以 https 开头，可不填"
            maxLength={500}
            style={{ width: 300, maxWidth: '100%' }}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button
            type="primary"
            disabled={partner.trim().length < 2}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            生成
          </Button>
        </Space>
        <p className="muted">填了推送地址，对方送来的工单一有变化，就会把状态、答复和办结日期推送过去。</p>
        {make.data ? (
          <Alert
            type="warning"
            showIcon
            style={{ marginTop: 12 }}
            title="只显示这一次，请当面交给对方"
            description={
              <>
                编号：<code>{make.data.id}</code>
                <br />
                密钥：<code style={{ overflowWrap: 'anywhere' }}>{make.data.secret}</code>
              </>
            }
          />
        ) : null}
      </section>
      <Grid<Key>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 940 }}
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        locale={{ emptyText: '还没有密钥' }}
        columns={[
          { title: '平台', dataIndex: 'partner' },
          { title: '编号', dataIndex: 'id', width: 170 },
          { title: '推送地址', dataIndex: 'webhookUrl', ellipsis: true, render: (to) => to ?? '不推送' },
          { title: '有效期至', key: 'until', width: 120, render: (_, key) => key.expiresAt.slice(0, 10) },
          { title: '上次使用', dataIndex: 'lastUsedAt', width: 120, render: (at) => shortTime(at) || '—' },
          { title: '情况', key: 'active', width: 80, render: (_, key) => (key.active ? '在用' : '已停用') },
          {
            title: '',
            key: 'do',
            width: 90,
            render: (_, key) =>
              key.active ? (
                <Popconfirm
                  title="停用后对方立即不能再用"
                  okText="停用"
                  cancelText="取消"
                  onConfirm={() => revoke.mutate(key.id)}
                >
                  <Button size="small" aria-label={`停用 ${key.partner} ${key.id}`}>
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
