import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Empty, Input, Space } from 'antd';
import { useState } from 'react';
import { Grid } from '../../../part/grid';
import { request } from '../../../request/request';

interface Matter {
  id: string;
  code: string;
  name: string;
  department: string;
  active: boolean;
  uses: number;
}

/** Matters by name, initials or code; one may be put out of use and back. */
export function Catalogue({ mayChange }: { mayChange: boolean }) {
  const [q, setQ] = useState('');
  const [out, setOut] = useState(false);
  const client = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: ['admin-matters', q, out],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: '50' });
      if (q) query.set('q', q);
      if (out) query.set('out', 'yes');
      if (pageParam) query.set('cursor', pageParam);
      return request<{ items: Matter[]; next: string | null }>('GET', `/admin/matters?${query}`);
    },
    getNextPageParam: (page) => page.next,
  });
  const turn = useMutation({
    mutationFn: ({ id, active }: Matter) => request('PUT', `/admin/matters/${id}`, { active: !active }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin-matters'] }),
  });
  const problem = pages.error ?? turn.error;
  return (
    <section className="card">
      {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
      <Space wrap style={{ marginBottom: 12 }}>
        <Input.Search
          aria-label="名称、拼音首字母或编码"
          placeholder="名称、拼音首字母或编码"
          allowClear
          style={{ width: 280 }}
          onSearch={(typed) => setQ(typed.trim())}
        />
        <Checkbox checked={out} onChange={(event) => setOut(event.target.checked)}>
          也看停用的
        </Checkbox>
        <Button href="/api/admin/matters/sheet.xlsx">导出目录</Button>
      </Space>
      <Grid<Matter>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 900 }}
        loading={pages.isPending}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有找到事项" /> }}
        columns={[
          { title: '名称', dataIndex: 'name' },
          { title: '承办单位', dataIndex: 'department', width: 200 },
          { title: '编码', dataIndex: 'code', width: 220, ellipsis: true },
          { title: '情况', key: 'active', width: 80, render: (_, row) => (row.active ? '在用' : '停用') },
          ...(mayChange
            ? [
                {
                  title: '',
                  key: 'do',
                  width: 80,
                  render: (_: unknown, row: Matter) => (
                    <Button size="small" onClick={() => turn.mutate(row)}>
                      {row.active ? '停用' : '恢复'}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {pages.hasNextPage ? (
        <Button style={{ marginTop: 12 }} onClick={() => void pages.fetchNextPage()}>
          更多
        </Button>
      ) : null}
    </section>
  );
}
