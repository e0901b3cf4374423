import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Divider, Form, Input } from 'antd';
import { useState } from 'react';
import { problemTitle } from '../../../../shared/notice/problem';
import { Refused, request } from '../request/request';
import './sign-in.css';

interface Typed {
  username: string;
  password: string;
  totp?: string;
}

/** What the way back from a government account was refused for. */
function refusedOnTheWay(): string | null {
  const code = new URLSearchParams(window.location.search).get('refused');
  return code ? problemTitle(code) : null;
}

/** Away to the government account, where one is set. */
function OtherDoor() {
  const doors = useQuery({
    queryKey: ['doors'],
    queryFn: () => request<{ oidc: string | null }>('GET', '/staff/doors'),
    staleTime: 600_000,
  });
  if (!doors.data?.oidc) return null;
  return (
    <>
      <Divider plain>或</Divider>
      <Button block size="large" href="/api/staff/oidc" data-testid="signin-oidc">
        用{doors.data.oidc}登录
      </Button>
    </>
  );
}

/** Staff sign in by user name and password, with a one-time code where it is set up, or by a government account. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [onTheWay] = useState(refusedOnTheWay);
  const [form] = Form.useForm<Typed>();
  const client = useQueryClient();
  const asksCode = refused?.code.startsWith('totp') ?? false;
  const submit = async ({ username, password, totp }: Typed) => {
    setBusy(true);
    try {
      await request('POST', '/staff/sessions', { username, password, ...(totp ? { totp } : {}) });
      if (onTheWay) window.history.replaceState(null, '', window.location.pathname);
      // What the one before saw is not for the next.
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
      onDone();
    } catch (error) {
      setRefused(error instanceof Refused ? error : null);
      form.setFieldValue('totp', undefined);
    }
    setBusy(false);
  };
  const words = refused?.message ?? onTheWay;
  return (
    <main className="signin">
      <h1>“办不成事”反映窗口 工作台</h1>
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        {words ? (
          <Alert
            type={refused?.code === 'totp.needed' ? 'info' : 'error'}
            showIcon
            role="alert"
            title={words}
            style={{ marginBottom: 16 }}
            data-testid="signin-refused"
          />
        ) : null}
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input autoComplete="username" autoFocus data-testid="signin-username" />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" data-testid="signin-password" />
        </Form.Item>
        {asksCode ? (
          <Form.Item
            name="totp"
            label="动态验证码（打开手机上的验证器，6 位数字）"
            rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写 6 位数字' }]}
          >
            <Input
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              autoFocus
              data-testid="signin-totp"
            />
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
      <OtherDoor />
      <p className="muted" style={{ marginTop: 20, marginBottom: 0 }}>
        忘记密码，或验证器丢了，请找本单位负责人或系统管理员重置。
      </p>
    </main>
  );
}
