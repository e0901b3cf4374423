import { Button, Select, Space } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { problemStates } from '../../../../../../shared/learning/problem-list';
import { causes } from '../../../../../../shared/order/vocabulary';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { PickMatter, PickUnit } from '../../../part/pick';
import { Refusal } from '../../../part/refusal';
import { type ProblemCard, useProblems } from '../../../query/problem';
import { StateMark, VerdictMark } from './state-mark';

const filterNames = ['state', 'cause', 'unit', 'matter', 'order', 'overdue'];

function Due({ row }: { row: ProblemCard }) {
  if (!row.measure) return <span className="muted">未定</span>;
  const { due, overdue, inTime } = row.measure;
  return (
    <span className={overdue ? 'light red' : ''}>
      {due}
      {overdue ? ' ▲ 已超期' : inTime === false ? '（超期完成）' : ''}
    </span>
  );
}

/** The list itself with its filters, kept in the address. */
export function ProblemTable() {
  const [search, setSearch] = useSearchParams();
  const filters = new URLSearchParams([...search].filter(([name]) => filterNames.includes(name)));
  const pages = useProblems(filters.toString());
  const set = (name: string, value: string | null | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  const pick = (name: string, label: string, words: Record<string, string>) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      style={{ width: 190 }}
      value={search.get(name) ?? undefined}
      onChange={(value) => set(name, value)}
      options={Object.entries(words).map(([key, word]) => ({ value: key, label: word }))}
    />
  );
  return (
    <>
      <Space wrap style={{ marginBottom: 14 }}>
        {pick('state', '状态', problemStates)}
        {pick('cause', '原因', causes)}
        {pick('overdue', '期限', { '1': '只看已超期' })}
        <PickUnit
          label="责任单位及下级"
          value={search.get('unit')}
          onChange={(value) => set('unit', value)}
        />
        <PickMatter label="事项" value={search.get('matter')} onChange={(value) => set('matter', value)} />
        {search.get('order') ? (
          <Button onClick={() => set('order', null)}>工单 {search.get('order')}　不限工单</Button>
        ) : null}
        <Button href={`/api/reports/exports/problems.xlsx${filters.size > 0 ? `?${filters}` : ''}`}>
          导出表格
        </Button>
      </Space>
      <Refusal error={pages.error} />
      <Grid<ProblemCard>
        rowKey="id"
        pagination={false}
        loading={pages.isPending}
        scroll={{ x: 1020 }}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: '清单里没有这样的问题' }}
        columns={[
          {
            title: '问题',
            key: 'title',
            render: (_, row) => (
              <>
                <Link to={`/problems/${row.id}`}>{row.title}</Link>
                <div className="muted">{row.matters.map((each) => each.name).join('、')}</div>
              </>
            ),
          },
          { title: '原因', dataIndex: 'causeWord', width: 190 },
          { title: '责任单位', key: 'owner', width: 200, render: (_, row) => row.owner.name },
          {
            title: '状态',
            key: 'state',
            width: 150,
            render: (_, row) => (
              <>
                <StateMark state={row.state} /> <VerdictMark verdict={row.verdict} />
              </>
            ),
          },
          { title: '完成期限', key: 'due', width: 150, render: (_, row) => <Due row={row} /> },
          { title: '工单', dataIndex: 'orders', width: 70 },
          { title: '列入', key: 'opened', width: 110, render: (_, row) => shortTime(row.openedAt) },
        ]}
      />
      {pages.hasNextPage ? (
        <Button style={{ marginTop: 12 }} onClick={() => void pages.fetchNextPage()}>
          更多
        </Button>
      ) : null}
    </>
  );
}
