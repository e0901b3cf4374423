import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { request } from '../../request/request';

interface Typed {
  password: string;
  next: string;
  again: string;
}

/** A new password for oneself; the other sessions end. */
export function Password() {
  const [form] = Form.useForm<Typed>();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ password, next }: Typed) => request('POST', '/staff/password', { password, next }),
    onSuccess: async () => {
      form.resetFields();
      await client.invalidateQueries({ queryKey: ['me'] });
      await client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      style={{ maxWidth: 360 }}
      requiredMark={false}
      onFinish={(typed) => save.mutate(typed)}
    >
      {save.error ? <Alert type="error" showIcon role="alert" title={save.error.message} /> : null}
      {save.isSuccess ? <Alert type="success" showIcon role="status" title="密码已修改。" /> : null}
      <Form.Item name="password" label="现在的密码" rules={[{ required: true, message: '请填写现在的密码' }]}>
        <Input.Password autoComplete="current-password" data-testid="password-now" />
      </Form.Item>
      <Form.Item
        name="next"
        label="新密码（至少 10 位，可以是一句容易记的话）"
        rules={[{ required: true, min: 10, message: '新密码至少 10 位' }]}
      >
        <Input.Password autoComplete="new-password" data-testid="password-next" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一次新密码"
        dependencies={['next']}
        rules={[
          { required: true, message: '请再输一次' },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" data-testid="password-again" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="password-save">
        修改密码
      </Button>
    </Form>
  );
}
