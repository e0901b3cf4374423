import { Alert, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usualHead } from '../../../../../shared/report/notice/draft-notice';
import { periodName, type ReportKind, reportKinds, reportPeriod } from '../../../../../shared/report/period';
import { dayOf, isDay } from '../../../../../shared/sla/instant';
import { Field } from '../../part/field';
import { useFreeze } from '../../query/report';
import './reports.css';

const kinds = Object.entries(reportKinds).map(([value, label]) => ({ value, label }));
/** The last day of the period before this one: what one reports on. */
const lastDay = (kind: ReportKind) => reportPeriod(kind, dayOf(Date.now())).before.to;

/** Freezes a period's figures and opens the notice drafted from them. */
export function DraftForm() {
  const [kind, setKind] = useState<ReportKind>('month');
  const [day, setDay] = useState(lastDay('month'));
  const [issuer, setIssuer] = useState(usualHead.issuer);
  const [recipients, setRecipients] = useState(usualHead.recipients);
  const go = useNavigate();
  const freeze = useFreeze();
  const period = isDay(day) ? reportPeriod(kind, day) : null;
  const running = period !== null && period.to >= dayOf(Date.now());
  const submit = () =>
    freeze.mutate({ kind, day, issuer, recipients }, { onSuccess: ({ id }) => void go(`/reports/${id}`) });
  return (
    <section className="card">
      <h3>起草通报</h3>
      <p className="muted">先存下这一期的统计数字，再按数字起草。存下的数字不会再变，随时可以再次下载。</p>
      <div className="report-form">
        <div>
          <span id="report-kind">种类</span>
          <Segmented
            block
            aria-labelledby="report-kind"
            value={kind}
            options={kinds}
            onChange={(value) => {
              setKind(value as ReportKind);
              setDay(lastDay(value as ReportKind));
            }}
          />
        </div>
        <Field label="这一期里的任意一天">
          {(id) => <Input id={id} type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
        </Field>
        <Field label="发文机关">
          {(id) => (
            <Input
              id={id}
              value={issuer}
              maxLength={60}
              onChange={(event) => setIssuer(event.target.value)}
            />
          )}
        </Field>
        <Field label="主送机关">
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize
              value={recipients}
              maxLength={200}
              onChange={(event) => setRecipients(event.target.value)}
            />
          )}
        </Field>
      </div>
      {period ? (
        <p>
          {periodName(period)}
          {running ? '，还没有结束，数字截至现在' : ''}
        </p>
      ) : null}
      {freeze.error ? <Alert type="error" title={freeze.error.message} style={{ marginBottom: 12 }} /> : null}
      <Button
        type="primary"
        disabled={!period || issuer.trim().length < 2 || recipients.trim().length < 2}
        loading={freeze.isPending}
        onClick={submit}
        data-testid="freeze"
      >
        存下数字并起草
      </Button>
    </section>
  );
}
