import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { request } from '../../request/request';

interface Session {
  id: string;
  device: string;
  means: 'password' | 'oidc';
  since: string;
  lastSeen: string;
  current: boolean;
}
const meansWords = { password: '密码', oidc: '政务账号' };

/** Where somebody is signed in; each session, or all the others, can be ended. `from` is the list's address. */
export function Sessions({ from }: { from: string }) {
  const client = useQueryClient();
  const own = from === '/staff/sessions';
  const sessions = useQuery({
    queryKey: ['sessions', from],
    queryFn: () => request<{ items: Session[] }>('GET', from),
  });
  const end = useMutation({
    mutationFn: (which: string) => request('DELETE', `${from}${which}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions', from] }),
  });
  const items = sessions.data?.items ?? [];
  const problem = sessions.error ?? end.error;
  const others = items.filter((each) => !each.current);
  return (
    <>
      {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
      <Grid<Session>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 620 }}
        loading={sessions.isPending}
        dataSource={items}
        locale={{ emptyText: '现在没有登录' }}
        columns={[
          {
            title: '设备',
            key: 'device',
            render: (_, session) => (
              <>
                {session.device} {session.current ? <Tag color="blue">本机</Tag> : null}
              </>
            ),
          },
          { title: '登录方式', key: 'means', width: 100, render: (_, session) => meansWords[session.means] },
          { title: '登录时间', key: 'since', width: 120, render: (_, session) => shortTime(session.since) },
          { title: '最近使用', key: 'seen', width: 120, render: (_, session) => shortTime(session.lastSeen) },
          {
            title: '',
            key: 'do',
            width: 90,
            render: (_, session) =>
              session.current ? null : (
                <Button
                  size="small"
                  aria-label={`退出 ${session.device} ${shortTime(session.since)}`}
                  onClick={() => end.mutate(`/${session.id}`)}
                  data-testid="end-session"
                >
                  退出
                </Button>
              ),
          },
        ]}
      />
      {others.length > 1 ? (
        <Button
          style={{ marginTop: 12 }}
          loading={end.isPending}
          onClick={() => end.mutate(own ? '/others' : '')}
        >
          {own ? '退出其他所有设备' : '全部退出'}
        </Button>
      ) : null}
    </>
  );
}
