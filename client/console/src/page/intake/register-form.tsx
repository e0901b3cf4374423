import { useMutation } from '@tanstack/react-query';
import { Form, Input, type InputRef, Radio } from 'antd';
import { useEffect, useRef } from 'react';
import { causes } from '../../../../../shared/order/vocabulary';
import { request } from '../../request/request';
import { CallersPanel } from './callers';
import { choices, need, reportBody, type TypedReport, WhatFields, WhoFields } from './report-fields';
import { ReportForm } from './report-form';
import type { Receipt } from './slip';

interface Typed extends TypedReport {
  outcome: string;
  reply?: string;
  cause?: string;
  basis?: string;
}

const outcomes = {
  route: '派给单位',
  own: '本中心办理',
  'on-the-spot': '当场解决',
  'out-of-scope': '不在受理范围',
};

/** What the API takes for what was typed; only the fields of the chosen outcome go out. */
function bodyOf(typed: Typed, channel: 'window' | 'phone') {
  const { reply, cause, basis, outcome } = typed;
  return {
    channel,
    ...reportBody(typed),
    outcome,
    ...(outcome === 'on-the-spot' ? { reply, cause } : {}),
    ...(outcome === 'out-of-scope' ? { reply, basis } : {}),
  };
}

function Settled({ outcome }: { outcome: string | undefined }) {
  if (outcome !== 'on-the-spot' && outcome !== 'out-of-scope') return null;
  const solved = outcome === 'on-the-spot';
  return (
    <>
      <Form.Item name="reply" label={solved ? '怎样解决的' : '怎样向来访人解释'} rules={need('请填写')}>
        <Input.TextArea rows={3} data-testid="field-reply" />
      </Form.Item>
      {solved ? (
        <Form.Item name="cause" label="没办成的原因" rules={need('请选择原因')}>
          <Radio.Group options={choices(causes)} />
        </Form.Item>
      ) : (
        <Form.Item name="basis" label="依据（法律或文件）" rules={need('请填写依据')}>
          <Input data-testid="field-basis" />
        </Form.Item>
      )}
    </>
  );
}

interface Registering {
  channel: 'window' | 'phone';
  onDone: (receipt: Receipt) => void;
  onJoin: (number: string, story: string) => void;
}

/** One visitor in under a minute by keyboard alone: each entry leads to the next, Ctrl+Enter registers. */
export function RegisterForm({ channel, onDone, onJoin }: Registering) {
  const [form] = Form.useForm<Typed>();
  const first = useRef<InputRef>(null);
  useEffect(() => first.current?.focus(), []);
  const outcome = Form.useWatch('outcome', form);
  const phone = Form.useWatch('phone', form) ?? '';
  const register = useMutation({
    mutationFn: (typed: Typed) => request<Receipt>('POST', '/desk/orders', bodyOf(typed, channel)),
    onSuccess: (receipt, typed) => onDone({ ...receipt, hasPhone: Boolean(typed.phone) }),
  });
  const offered =
    channel === 'window' ? outcomes : { route: outcomes.route, 'out-of-scope': outcomes['out-of-scope'] };
  return (
    <ReportForm<Typed>
      form={form}
      head={
        <>
          <h2>{channel === 'window' ? '窗口登记' : '电话登记'}</h2>
          <p className="muted">回车到下一项，方向键换选项，Ctrl+回车登记。</p>
        </>
      }
      start={{ kind: 'person', stage: 'not-solved-at-centre', outcome: 'route' }}
      sending={register}
      send="登记"
      data-testid="register-submit"
    >
      <WhoFields
        first={first}
        after={
          <CallersPanel
            phone={phone}
            onJoin={(number) => onJoin(number, form.getFieldValue('story') ?? '')}
          />
        }
      />
      <WhatFields />
      <Form.Item name="outcome" label="怎么办">
        <Radio.Group options={choices(offered)} />
      </Form.Item>
      <Settled outcome={outcome} />
    </ReportForm>
  );
}
