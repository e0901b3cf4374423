import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Refused, request } from '../request/request';

interface Typed {
  username: string;
  password: string;
  totp?: string;
}

/** Staff sign in by user name and password, and a one-time code where it is set up. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (typed: Typed) => {
    setBusy(true);
    try {
      await request('POST', '/staff/sessions', {
        username: typed.username,
        password: typed.password,
        ...(typed.totp ? { totp: typed.totp } : {}),
      });
      onDone();
    } catch (error) {
      setRefused(error instanceof Refused ? error : null);
    }
    setBusy(false);
  };
  return (
    <main className="signin">
      <h1>“办不成事”反映窗口 工作台</h1>
      <Form layout="vertical" onFinish={submit}>
        {refused ? (
          <Alert type="error" showIcon title={refused.message} style={{ marginBottom: 16 }} />
        ) : null}
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input autoComplete="username" autoFocus data-testid="signin-username" />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" data-testid="signin-password" />
        </Form.Item>
        {refused?.code.startsWith('totp') ? (
          <Form.Item name="totp" label="动态验证码">
            <Input inputMode="numeric" maxLength={6} data-testid="signin-totp" />
          </Form.Item>
        ) : null}
        <Button
          type="primary"
          htmlType="submit"
          block
          size="large"
          loading={busy}
          data-testid="signin-submit"
        >
          登录
        </Button>
      </Form>
    </main>
  );
}
