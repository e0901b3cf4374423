import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, type InputRef } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { request } from '../../request/request';
import { need, reportBody, type TypedReport, WhatFields, WhoFields } from './report-fields';
import { ReportForm } from './report-form';

interface Typed extends TypedReport {
  cityNumber: string;
  receivedAt?: string;
}
interface Entered {
  number: string;
  duplicate: boolean;
  sentence?: string;
}

const bodyOf = (typed: Typed) => ({
  cityNumber: typed.cityNumber.replace(/\s/g, ''),
  ...(typed.receivedAt ? { receivedAt: `${typed.receivedAt}:00+08:00` } : {}),
  ...reportBody(typed),
});

/** One order of the city portal, by hand; the keyboard is back on the first entry for the next. */
export function CityEntry() {
  const [form] = Form.useForm<Typed>();
  const first = useRef<InputRef>(null);
  const client = useQueryClient();
  const enter = useMutation({
    mutationFn: (typed: Typed) => request<Entered>('POST', '/desk/city-portal', bodyOf(typed)),
    onSuccess: async ({ duplicate }) => {
      if (!duplicate) form.resetFields();
      first.current?.focus();
      await client.invalidateQueries({ queryKey: ['city-returns'] });
    },
  });
  const done = enter.data;
  return (
    <ReportForm<Typed>
      form={form}
      head={<h3>录入一件</h3>}
      said={
        done ? (
          <Alert
            type={done.duplicate ? 'warning' : 'success'}
            showIcon
            title={
              <>
                {done.duplicate ? '这个市平台编号已经收过：' : '已收下：'}
                <Link to={`/orders/${done.number}`} data-testid="city-number">
                  {done.number}
                </Link>
                　{done.sentence ?? ''}
              </>
            }
          />
        ) : null
      }
      start={{ kind: 'person', stage: 'other' }}
      sending={enter}
      send="收下"
      data-testid="city-submit"
    >
      <div className="pair">
        <Form.Item name="cityNumber" label="市平台编号" rules={need('请填写市平台编号')}>
          <Input ref={first} maxLength={40} autoComplete="off" data-testid="field-city-number" />
        </Form.Item>
        <Form.Item name="receivedAt" label="市平台转来的时间（可以不填）">
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <WhoFields />
      <WhatFields />
    </ReportForm>
  );
}
