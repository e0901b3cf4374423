import { Alert, Button, Space } from 'antd';
import { Link } from 'react-router';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { fileOf, type Snapshot, useSnapshots } from '../../query/report';
import type { Me } from '../../query/staff';
import { DraftForm } from './draft-form';
import { OpenDataForm } from './open-data-form';
import './reports.css';

const files = (row: Snapshot) =>
  row.kind === 'open-data' ? (
    <a href={fileOf(row.id, 'open-data.zip')}>下载数据</a>
  ) : (
    <Space size="middle" wrap>
      <Link to={`/reports/${row.id}`}>看草稿</Link>
      <a href={fileOf(row.id, 'notice.docx')}>通报文档</a>
      <a href={fileOf(row.id, 'figures.xlsx')}>数字表格</a>
    </Space>
  );
const columns = [
  { title: '时期', key: 'period', render: (_: unknown, row: Snapshot) => <b>{row.period}</b> },
  { title: '种类', dataIndex: 'kindWord', width: 110 },
  { title: '存下时间', key: 'at', width: 140, render: (_: unknown, row: Snapshot) => shortTime(row.madeAt) },
  { title: '由谁', dataIndex: 'madeBy', width: 130 },
  {
    title: '核对码',
    key: 'hash',
    width: 120,
    render: (_: unknown, row: Snapshot) => <code title={row.hash}>{row.hash.slice(0, 8)}</code>,
  },
  { title: '文件', key: 'files', width: 270, render: (_: unknown, row: Snapshot) => files(row) },
];

/** Reports: figures are frozen, notices drafted from them, open data published; every file is made from a snapshot. */
export default function Reports({ me }: { me: Me }) {
  const found = useSnapshots();
  const items = (found.data?.pages ?? []).flatMap((page) => page.items);
  const mayMake = me.roles.some((each) => each.role === 'supervisor');
  return (
    <>
      <h2>报告</h2>
      {mayMake ? (
        <div className="report-making">
          <DraftForm />
          <OpenDataForm />
        </div>
      ) : null}
      <section className="card">
        <h3>已存的数字和报告</h3>
        {found.error ? <Alert type="error" title={found.error.message} /> : null}
        <Grid<Snapshot>
          rowKey="id"
          size="middle"
          pagination={false}
          loading={found.isPending}
          columns={columns}
          dataSource={items}
          scroll={{ x: 940 }}
          locale={{ emptyText: mayMake ? '还没有报告，请先起草一份' : '还没有报告' }}
        />
        {found.hasNextPage ? (
          <Button style={{ marginTop: 12 }} onClick={() => void found.fetchNextPage()}>
            更多
          </Button>
        ) : null}
      </section>
    </>
  );
}
