import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Modal, Space } from 'antd';
import { useState } from 'react';
import { request } from '../../request/request';
import { Sessions } from '../account/sessions';
import type { Person } from './person';

interface Shown {
  person: Person;
  isAdmin: boolean;
  onClose: () => void;
  onPassword: (password: string) => void;
}

/** How a person signs in: a new password, one-time codes taken away, sessions ended, a government account unlinked. */
export function PersonAccount({ person, isAdmin, onClose, onPassword }: Shown) {
  const [totp, setTotp] = useState(false);
  const client = useQueryClient();
  const reset = useMutation({
    mutationFn: () => request<{ password: string }>('POST', `/admin/people/${person.id}/password`, { totp }),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['people'] });
      onPassword(answer.password);
    },
  });
  const unlink = useMutation({
    mutationFn: () => request('DELETE', `/admin/people/${person.id}/identity`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const problem = reset.error ?? unlink.error;
  return (
    <Modal
      open
      width={760}
      title={`${person.name}（${person.username}）的登录`}
      onCancel={onClose}
      footer={<Button onClick={onClose}>关闭</Button>}
    >
      {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
      <h3>重置密码</h3>
      <p className="muted">会退出这个人所有的登录，给一个只显示一次的新密码。</p>
      <Space wrap>
        {person.totp ? (
          <Checkbox checked={totp} onChange={(event) => setTotp(event.target.checked)}>
            同时取消动态验证码（手机丢了或换了）
          </Checkbox>
        ) : (
          <span>没有启用动态验证码</span>
        )}
        <Button danger loading={reset.isPending} onClick={() => reset.mutate()} data-testid="reset-password">
          重置密码
        </Button>
      </Space>
      {isAdmin ? (
        <>
          <h3 style={{ marginTop: 20 }}>登录情况</h3>
          <Sessions from={`/admin/people/${person.id}/sessions`} />
          <h3 style={{ marginTop: 20 }}>政务账号</h3>
          {person.linked ? (
            <Space wrap>
              <span>已关联</span>
              <Button loading={unlink.isPending} onClick={() => unlink.mutate()}>
                解除关联
              </Button>
            </Space>
          ) : (
            <p className="muted">没有关联。请本人先用政务账号登录一次，再在“人员”页上方关联。</p>
          )}
        </>
      ) : null}
    </Modal>
  );
}
