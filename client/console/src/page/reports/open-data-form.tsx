import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { dayOf } from '../../../../../shared/sla/instant';
import { Field } from '../../part/field';
import { usePublishOpenData } from '../../query/report';

const thisYear = () => Number(dayOf(Date.now()).slice(0, 4));

/** Freezes the open data of a year that is over; once for each year. */
export function OpenDataForm() {
  const years = Array.from({ length: 5 }, (_, at) => thisYear() - 1 - at);
  const [year, setYear] = useState(years[0] ?? 0);
  const publish = usePublishOpenData();
  return (
    <section className="card">
      <h3>年度开放数据</h3>
      <p className="muted">
        不含个人信息和文字内容，每一行至少五件。为防止前后对照认出个人，每年只生成一次。
      </p>
      <Field label="哪一年">
        {(id) => (
          <Select
            id={id}
            style={{ width: 140 }}
            value={year}
            onChange={setYear}
            options={years.map((value) => ({ value, label: `${value} 年` }))}
          />
        )}
      </Field>
      {publish.error ? <Alert type="error" title={publish.error.message} style={{ marginTop: 12 }} /> : null}
      {publish.isSuccess ? (
        <Alert type="success" title="已生成，可以在下面的清单中下载。" style={{ marginTop: 12 }} />
      ) : null}
      <Button
        style={{ marginTop: 12 }}
        loading={publish.isPending}
        onClick={() => publish.mutate({ year })}
        data-testid="publish-open-data"
      >
        生成开放数据
      </Button>
    </section>
  );
}
