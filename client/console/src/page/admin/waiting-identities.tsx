import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { shortTime } from '../../part/light';
import { PickPerson } from '../../part/pick-person';
import { request } from '../../request/request';

interface Waiting {
  issuer: string;
  subject: string;
  name: string | null;
  at: string;
}

function Row({ waiting }: { waiting: Waiting }) {
  const [staffId, setStaffId] = useState<string | null>(null);
  const client = useQueryClient();
  const link = useMutation({
    mutationFn: () =>
      request('PUT', `/admin/people/${staffId}/identity`, {
        issuer: waiting.issuer,
        subject: waiting.subject,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['identities'] });
      await client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <div className="line" data-testid="waiting-identity">
      <span>{shortTime(waiting.at)}</span>
      <Space wrap>
        <b>{waiting.name ?? '没有姓名'}</b>
        <span className="muted">账号标识 {waiting.subject}</span>
        <PickPerson source="/admin/people" label="这是谁" value={staffId} onChange={setStaffId} />
        <Button disabled={!staffId} loading={link.isPending} onClick={() => link.mutate()}>
          关联
        </Button>
        {link.error ? <span role="alert">{link.error.message}</span> : null}
      </Space>
    </div>
  );
}

/** Government accounts that tried to sign in and are nobody's yet; an admin says whose they are (spec 6). */
export function WaitingIdentities() {
  const waiting = useQuery({
    queryKey: ['identities'],
    queryFn: () => request<{ items: Waiting[] }>('GET', '/admin/people/identities'),
  });
  if (waiting.error) return <Alert type="error" showIcon title={waiting.error.message} />;
  const items = waiting.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card">
      <h3>等待关联的政务账号</h3>
      <p className="muted">这些人用政务账号登录过，还不知道是系统里的谁。请先核实本人，再关联。</p>
      {items.map((each) => (
        <Row key={`${each.issuer} ${each.subject}`} waiting={each} />
      ))}
    </section>
  );
}
