import { Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { addMonths, formatMonth } from '../../../../../../shared/learning/month';
import { Field } from '../../../part/field';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import { type ReportLine, useUnitReports } from '../../../query/unit-report';

const lastMonth = () => addMonths(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7), -1);

function State({ line }: { line: ReportLine }) {
  if (line.state !== 'submitted')
    return (
      <span className="light yellow">{line.state === 'draft' ? '◐ 填写中，没有提交' : '○ 没有提交'}</span>
    );
  return (
    <>
      ● 已提交　{shortTime(line.submittedAt)} {line.submittedBy}
      {line.inTime ? '' : '（已过 10 日）'}
    </>
  );
}

/** The units' monthly reports: the missing ones first (spec 7). */
export default function UnitReportsPage() {
  const [search, setSearch] = useSearchParams();
  const month = search.get('month') ?? lastMonth();
  const found = useUnitReports(month);
  return (
    <>
      <h2>单位月报</h2>
      <div style={{ maxWidth: 200, marginBottom: 12 }}>
        <Field label="月份">
          {(id) => (
            <Input
              id={id}
              type="month"
              value={month}
              onChange={(event) => setSearch({ month: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Refusal error={found.error} />
      {found.data ? (
        <p>
          {formatMonth(month)}：{found.data.items.length} 个单位，还有 {found.data.missing} 个没有提交。 次月
          10 日前提交为按时。
        </p>
      ) : null}
      <Grid<ReportLine>
        rowKey={(line) => line.unit.id}
        size="small"
        pagination={false}
        loading={found.isPending}
        scroll={{ x: 560 }}
        dataSource={found.data?.items ?? []}
        locale={{ emptyText: '没有单位' }}
        columns={[
          {
            title: '单位',
            key: 'unit',
            render: (_, line) => <Link to={`/unit-reports/${line.unit.id}/${month}`}>{line.unit.name}</Link>,
          },
          { title: '月报', key: 'state', width: 320, render: (_, line) => <State line={line} /> },
        ]}
      />
    </>
  );
}
