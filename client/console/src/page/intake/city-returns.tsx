import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Empty, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { request } from '../../request/request';

interface Return {
  cityNumber: string;
  number: string;
  state: string;
  stateWord: string;
  round: number;
  unit: string | null;
  reply: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
}

const columns = [
  { title: '市平台编号', dataIndex: 'cityNumber', width: 190 },
  { title: '状态', dataIndex: 'stateWord', width: 130 },
  { title: '承办单位', dataIndex: 'unit', width: 190 },
  { title: '答复', dataIndex: 'reply', render: (reply: string | null) => reply ?? '—' },
  { title: '办结', dataIndex: 'resolvedAt', width: 110, render: shortTime },
  { title: '归档', dataIndex: 'closedAt', width: 110, render: shortTime },
  {
    title: '本区编号',
    dataIndex: 'number',
    width: 190,
    render: (number: string) => <Link to={`/orders/${number}`}>{number}</Link>,
  },
];

/** What the city portal does not know yet: state, reply and dates by its own number, and the mark “entered there”. */
export function CityReturns() {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Return[]>([]);
  const list = useInfiniteQuery({
    queryKey: ['city-returns'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Return[]; next: string | null }>(
        'GET',
        `/intake/city/returns?limit=50${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  const mark = useMutation({
    mutationFn: () =>
      request<{ entered: number; moved: number }>('POST', '/intake/city/returns', {
        items: chosen.map(({ number, state, round }) => ({ number, state, round })),
      }),
    onSuccess: async () => {
      setChosen([]);
      await client.invalidateQueries({ queryKey: ['city-returns'] });
    },
  });
  const items = (list.data?.pages ?? []).flatMap((page) => page.items);
  const problem = list.error ?? mark.error;
  return (
    <section className="card">
      <h3>尚未回填到市平台</h3>
      {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
      {mark.data ? (
        <Alert
          type={mark.data.moved > 0 ? 'warning' : 'success'}
          showIcon
          title={`已记下 ${mark.data.entered} 件${mark.data.moved > 0 ? `；${mark.data.moved} 件刚有新进展，请再看一遍` : ''}`}
        />
      ) : null}
      <Space wrap style={{ margin: '4px 0 12px' }}>
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={mark.isPending}
          onClick={() => mark.mutate()}
          data-testid="mark-entered"
        >
          所选 {chosen.length} 件已回填
        </Button>
        <Button href="/api/intake/city/returns.xlsx" disabled={items.length === 0}>
          导出表格
        </Button>
      </Space>
      <Grid<Return>
        rowKey="number"
        size="small"
        pagination={false}
        scroll={{ x: 1150 }}
        loading={list.isPending}
        dataSource={items}
        columns={columns}
        rowSelection={{
          selectedRowKeys: chosen.map((each) => each.number),
          onChange: (_keys, rows) => setChosen(rows),
          getCheckboxProps: (row) => ({ 'aria-label': `选中 ${row.cityNumber}` }) as object,
          getTitleCheckboxProps: () => ({ 'aria-label': '选中本页全部' }) as object,
        }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="都已回填" /> }}
      />
      {list.hasNextPage ? (
        <Button style={{ marginTop: 12 }} onClick={() => void list.fetchNextPage()}>
          更多
        </Button>
      ) : null}
    </section>
  );
}
