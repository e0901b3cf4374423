import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Progress, Radio, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Grid } from '../../part/grid';
import { request } from '../../request/request';
import { useImport } from './use-import';

interface Row {
  line: number;
  cityNumber: string | null;
  outcome: keyof typeof words | null;
  orderNumber: string | null;
  problems: { column: string; message: string }[];
}
const words = { accepted: '已收下', duplicate: '重复', refused: '未收下' };

const said = (row: Row) => {
  if (row.outcome === 'refused')
    return row.problems.map(({ column, message }) => `${column}：${message}`).join('；');
  const link = <Link to={`/orders/${row.orderNumber}`}>{row.orderNumber}</Link>;
  return row.outcome === 'duplicate' ? <>与 {link} 重复</> : link;
};

function Rows({ id }: { id: string }) {
  const [outcome, setOutcome] = useState('refused');
  const list = useInfiniteQuery({
    queryKey: ['city-import-rows', id, outcome],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Row[]; next: string | null }>(
        'GET',
        `/intake/city/imports/${id}/rows?limit=50&outcome=${outcome}${pageParam ? `&cursor=${pageParam}` : ''}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <Space wrap style={{ margin: '12px 0' }}>
        <Radio.Group
          aria-label="看哪些行"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={Object.entries(words).map(([value, label]) => ({ value, label }))}
        />
        <Button href={`/api/intake/city/imports/${id}/report.xlsx`}>下载逐行结果</Button>
      </Space>
      <Grid<Row>
        rowKey="line"
        size="small"
        pagination={false}
        scroll={{ x: 640 }}
        loading={list.isPending}
        dataSource={(list.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: '没有' }}
        columns={[
          { title: '行', dataIndex: 'line', width: 70 },
          { title: '市平台编号', dataIndex: 'cityNumber', width: 200, render: (number) => number ?? '—' },
          { title: '结果', key: 'said', render: (_, row) => said(row) },
        ]}
      />
      {list.hasNextPage ? (
        <Button style={{ marginTop: 12 }} onClick={() => void list.fetchNextPage()}>
          更多
        </Button>
      ) : null}
    </>
  );
}

/** One import while it runs and after: how far, and what came of each row. */
export function ImportReport({ id }: { id: string }) {
  const { state, trouble, again } = useImport(id);
  const now = state.data;
  if (!now) return state.error ? <Alert type="error" showIcon title={state.error.message} /> : null;
  const done = now.total - now.left;
  return (
    <section className="card" data-testid="import-report">
      <h3>这次导入</h3>
      {trouble ? (
        <Alert
          type="warning"
          showIcon
          title={trouble}
          action={
            <Button size="small" onClick={again}>
              继续
            </Button>
          }
        />
      ) : null}
      <Progress
        aria-label="已处理"
        percent={Math.floor((done / now.total) * 100)}
        status={now.left > 0 ? 'active' : 'normal'}
      />
      <p aria-live="polite" data-testid="import-counts">
        {now.left > 0 ? `正在处理，还剩 ${now.left} 行。` : '已处理完。'}共 {now.total} 行：收下{' '}
        {now.accepted} 件，重复 {now.duplicate} 件，未收下 {now.refused} 件。
        {now.left > 0 ? '请不要关闭页面；关了也可以回来继续。' : ''}
      </p>
      {now.unusedColumns.length > 0 ? (
        <p className="muted">没有用到的列：{now.unusedColumns.join('、')}</p>
      ) : null}
      {now.left === 0 ? <Rows id={id} /> : null}
    </section>
  );
}
