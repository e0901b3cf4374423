import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { request } from '../../request/request';

interface Begun {
  secret: string;
  picture: string;
}

/** Shown once: the picture for the authenticator, and the field for its first code. */
function Confirm({ begun, onDone }: { begun: Begun; onDone: () => void }) {
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => request('PUT', '/staff/totp', { code }),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ['me'] });
    },
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(typed) => confirm.mutate(typed)}>
      <p>1. 打开手机上的验证器（如微信小程序“腾讯身份验证器”），扫这个码。它只显示这一次。</p>
      <img src={begun.picture} alt="动态验证码的二维码" width={240} height={240} />
      <p>
        扫不了时，手工输入：<code data-testid="totp-secret">{begun.secret}</code>
      </p>
      {confirm.error ? <Alert type="error" showIcon role="alert" title={confirm.error.message} /> : null}
      <Form.Item
        name="code"
        label="2. 输入验证器上显示的 6 位数字"
        rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写 6 位数字' }]}
      >
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          style={{ maxWidth: 160 }}
          data-testid="totp-code"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={confirm.isPending} data-testid="totp-confirm">
        启用
      </Button>
    </Form>
  );
}

/** One-time codes from an authenticator: set up, or moved to another phone. */
export function Totp({ on }: { on: boolean }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const begin = useMutation({
    mutationFn: ({ password, totp }: { password: string; totp?: string }) =>
      request<Begun>('POST', '/staff/totp', { password, ...(totp ? { totp } : {}) }),
    onSuccess: setBegun,
  });
  if (begun) return <Confirm begun={begun} onDone={() => setBegun(null)} />;
  return (
    <Form
      layout="vertical"
      style={{ maxWidth: 360 }}
      requiredMark={false}
      onFinish={(typed) => begin.mutate(typed)}
    >
      <p>
        {on
          ? '已启用：用密码登录时，还要输入验证器上的 6 位数字。换手机时在这里重新设置。'
          : '启用后，别人知道您的密码也登录不了。'}
      </p>
      {begin.error ? <Alert type="error" showIcon role="alert" title={begin.error.message} /> : null}
      <Form.Item
        name="password"
        label="为确认是您本人，请输入登录密码"
        rules={[{ required: true, message: '请填写密码' }]}
      >
        <Input.Password autoComplete="current-password" data-testid="totp-password" />
      </Form.Item>
      {on ? (
        <Form.Item
          name="totp"
          label="现在的验证码"
          rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写 6 位数字' }]}
        >
          <Input inputMode="numeric" maxLength={6} style={{ maxWidth: 160 }} />
        </Form.Item>
      ) : null}
      <Button htmlType="submit" loading={begin.isPending} data-testid="totp-begin">
        {on ? '重新设置' : '开始设置'}
      </Button>
    </Form>
  );
}
