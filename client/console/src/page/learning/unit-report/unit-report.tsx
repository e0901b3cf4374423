import { Alert, Button, Input, Space, Spin } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatMonth } from '../../../../../../shared/learning/month';
import {
  type ReportFigure,
  type ReportSections,
  sectionTitles,
} from '../../../../../../shared/learning/unit-report';
import { Field } from '../../../part/field';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import { type UnitReportView, useUnitReport, useWriteReport } from '../../../query/unit-report';

const names = Object.keys(sectionTitles) as (keyof ReportSections)[];
const figureText = ({ count, of }: ReportFigure) =>
  of === null ? `${count}` : of === 0 ? '—' : `${((count / of) * 100).toFixed(1)}%（${count}/${of}）`;

function Writing({ report }: { report: UnitReportView }) {
  const [sections, setSections] = useState(report.sections);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const write = useWriteReport(report);
  const send = async (submit: boolean) => {
    setBusy(true);
    setError(null);
    setSaved(false);
    try {
      await write(sections, submit);
      setSaved(!submit);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <section className="card">
      {report.state === 'missing' ? (
        <Alert
          type="info"
          style={{ marginBottom: 12 }}
          title="下面是按本月数字写好的草稿，请补充修改后提交。"
        />
      ) : null}
      <Refusal error={error} />
      {saved ? <Alert type="success" style={{ marginBottom: 12 }} title="已保存，还没有提交。" /> : null}
      <div className="impact">
        {names.map((name) => (
          <Field key={name} label={sectionTitles[name]}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize={{ minRows: 3, maxRows: 16 }}
                maxLength={4000}
                value={sections[name]}
                onChange={(event) => setSections({ ...sections, [name]: event.target.value })}
                data-testid={`report-${name}`}
              />
            )}
          </Field>
        ))}
      </div>
      <Space wrap style={{ marginTop: 12 }}>
        <Button loading={busy} onClick={() => void send(false)} data-testid="report-save">
          先保存
        </Button>
        <Button
          type="primary"
          loading={busy}
          disabled={!report.maySubmit}
          onClick={() => void send(true)}
          data-testid="report-submit"
        >
          提交
        </Button>
        {report.maySubmit ? null : <span className="muted">这个月结束后才能提交。</span>}
      </Space>
    </section>
  );
}

function Reading({ report }: { report: UnitReportView }) {
  return (
    <section className="card">
      {report.state === 'submitted' ? null : (
        <Alert type="info" style={{ marginBottom: 12 }} title="还没有提交，下面是按数字写的草稿。" />
      )}
      {names.map((name) => (
        <div key={name}>
          <h3>{sectionTitles[name]}</h3>
          <p className="story">{report.sections[name] || '（没有填写）'}</p>
        </div>
      ))}
    </section>
  );
}

/** One unit's report of a month: its figures, and the words its head completes and submits (spec 7). */
export default function UnitReportPage() {
  const { unit = '', month = '' } = useParams();
  const found = useUnitReport(unit, month);
  if (found.isPending) return <Spin />;
  if (!found.data) return <Alert type="error" title={found.error?.message ?? '没有找到这份月报'} />;
  const report = found.data;
  return (
    <>
      <Space wrap className="noprint" style={{ justifyContent: 'space-between', width: '100%' }}>
        <Link to={`/unit-reports?month=${month}`}>返回单位月报</Link>
        <Button
          href={`/api/learning/unit-reports/${unit}/${month}/report.docx`}
          download
          data-testid="report-docx"
        >
          导出 Word 公文
        </Button>
      </Space>
      <h2>
        {report.unit.name}　{formatMonth(month)}月报
      </h2>
      {report.submittedAt ? (
        <p data-testid="report-state">
          ● 已提交　{shortTime(report.submittedAt)} {report.submittedBy}
          {report.inTime ? '' : '（已过 10 日）'}
        </p>
      ) : null}
      <div className="order">
        {report.mayWrite ? <Writing key={report.version} report={report} /> : <Reading report={report} />}
        <aside aria-label="本月数字">
          <section className="card">
            <h3>本月数字</h3>
            <Grid<ReportFigure>
              rowKey="id"
              size="small"
              pagination={false}
              showHeader={false}
              dataSource={report.figures.figures.filter(({ count, of }) => count > 0 || (of ?? 0) > 0)}
              locale={{ emptyText: '本月没有数字' }}
              columns={[
                { title: '指标', dataIndex: 'title' },
                { title: '数', key: 'value', align: 'right', render: (_, figure) => figureText(figure) },
              ]}
            />
          </section>
        </aside>
      </div>
    </>
  );
}
