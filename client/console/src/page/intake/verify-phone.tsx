import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../part/field';
import { request } from '../../request/request';

/** Where the visitor agrees: a code by SMS, told to the clerk, makes the phone a verified one (spec 4, `window`). */
export function VerifyPhone({ number }: { number: string }) {
  const [code, setCode] = useState('');
  const send = useMutation({ mutationFn: () => request('POST', `/desk/orders/${number}/phone-code`, {}) });
  const prove = useMutation({ mutationFn: () => request('POST', `/desk/orders/${number}/phone`, { code }) });
  const problem = send.error ?? prove.error;
  const said = problem ? (
    <Alert type="error" showIcon title={problem.message} />
  ) : prove.isSuccess ? (
    <Alert
      type="success"
      showIcon
      title="手机号已核实。办理进展和答复会发到这个手机，登录后也能看到这件诉求。"
    />
  ) : send.isSuccess ? (
    <p className="muted">验证码已发送，请来访人念给您。</p>
  ) : (
    <p className="muted">核实后，答复全文会发到来访人的手机；不核实只发编号和进展。</p>
  );
  return (
    <section className="slip-verify noprint" aria-label="核实手机号">
      <h3>核实手机号（来访人同意时）</h3>
      <div aria-live="polite">{said}</div>
      {prove.isSuccess ? null : (
        <>
          {send.isSuccess ? (
            <Field label="短信验证码">
              {(id) => (
                <Input
                  id={id}
                  inputMode="numeric"
                  maxLength={6}
                  value={code}
                  onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
                  onPressEnter={() => (code.length === 6 ? prove.mutate() : undefined)}
                  data-testid="verify-code"
                />
              )}
            </Field>
          ) : null}
          <div className="commands">
            {send.isSuccess ? (
              <Button
                type="primary"
                disabled={code.length !== 6}
                loading={prove.isPending}
                onClick={() => prove.mutate()}
                data-testid="verify-prove"
              >
                核实
              </Button>
            ) : null}
            <Button loading={send.isPending} onClick={() => send.mutate()} data-testid="verify-send">
              {send.isSuccess ? '重新发送' : '发送验证码'}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
