import { Alert, Button, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../../request/request';
import { onKeys } from './form-keys';
import { FilesField, type TypedReport } from './report-fields';
import './register.css';

interface Framed<Typed> {
  form: FormInstance<Typed>;
  head: ReactNode;
  /** What stands between a refusal and the entries. */
  said?: ReactNode;
  start: Partial<Typed>;
  /** How sending it goes: the mutation of whoever takes the report. */
  sending: { mutate: (typed: Typed) => void; isPending: boolean; error: unknown };
  send: string;
  'data-testid': string;
  children: ReactNode;
}

/** The frame of a report that staff type: its keys, what was refused and why, its entries, and the button that sends it. */
export function ReportForm<Typed extends TypedReport>(framed: Framed<Typed>) {
  const { form, head, said, start, sending, send, children } = framed;
  const refused = sending.error instanceof Refused ? sending.error : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the entries inside
    <section className="card register" onKeyDown={onKeys(() => form.submit())}>
      {head}
      {refused ? (
        <Alert
          type="error"
          showIcon
          title={refused.message}
          description={refused.errors.map((each) => each.message).join('；')}
        />
      ) : null}
      {said}
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={(typed) => sending.mutate(typed)}
        scrollToFirstError={{ focus: true }}
        initialValues={start}
      >
        {children}
        <FilesField />
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          loading={sending.isPending}
          data-testid={framed['data-testid']}
        >
          {send}
        </Button>
      </Form>
    </section>
  );
}
