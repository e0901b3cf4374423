import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Space, Tag } from 'antd';
import { useState } from 'react';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import type { Me } from '../../query/staff';
import { request } from '../../request/request';
import { blankPerson, type Draft, type Person } from './person';
import { PersonAccount } from './person-account';
import { PersonEdit } from './person-edit';
import { WaitingIdentities } from './waiting-identities';

const stateOf = (person: Person) => {
  if (!person.active) return '已停用';
  return person.absentUntil ? `请假到 ${shortTime(person.absentUntil)}` : '在岗';
};

/** A password that somebody else is given: shown this once. */
function NewPassword({ password, onClose }: { password: string; onClose: () => void }) {
  return (
    <Modal
      open
      title="新密码只显示这一次"
      onCancel={onClose}
      footer={<Button onClick={onClose}>已记下</Button>}
    >
      <p className="number" data-testid="new-password">
        {password}
      </p>
      <p className="muted">请当面或电话告诉本人，不要用群消息发送。本人第一次登录时会改成自己的密码。</p>
    </Modal>
  );
}

/** People, their roles, deputies and absences; a unit's head keeps those of the own unit (spec 6). */
export default function PeoplePage({ me }: { me: Me }) {
  const [q, setQ] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [account, setAccount] = useState<Person | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const isAdmin = me.roles.some((each) => each.role === 'admin');
  const pages = useInfiniteQuery({
    queryKey: ['people', q],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Person[]; next: string | null }>(
        'GET',
        `/admin/people?limit=50${q ? `&q=${encodeURIComponent(q)}` : ''}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <h2>人员</h2>
      {pages.error ? <Alert type="error" showIcon title={pages.error.message} /> : null}
      {isAdmin ? <WaitingIdentities /> : null}
      <Space wrap style={{ marginBottom: 12 }}>
        <Input.Search
          aria-label="查找人员"
          placeholder="姓名或用户名"
          allowClear
          onSearch={setQ}
          data-testid="find-person"
        />
        <Button type="primary" onClick={() => setDraft(blankPerson)} data-testid="new-person">
          新增人员
        </Button>
      </Space>
      <Grid<Person>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 960 }}
        loading={pages.isPending}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: q ? '没有找到' : '还没有人员' }}
        columns={[
          { title: '用户名', dataIndex: 'username', width: 150 },
          { title: '姓名', dataIndex: 'name', width: 130 },
          {
            title: '角色',
            key: 'roles',
            render: (_, person) =>
              person.roles.map((held) => (
                <Tag key={`${held.role}${held.unitId}`}>
                  {held.unit} {held.roleWord}
                  {held.deputy ? '（代班）' : ''}
                </Tag>
              )),
          },
          { title: '情况', key: 'state', width: 150, render: (_, person) => stateOf(person) },
          {
            title: '最近登录',
            key: 'seen',
            width: 120,
            render: (_, person) => shortTime(person.lastSignInAt) || '还没有',
          },
          {
            title: '',
            key: 'do',
            width: 190,
            render: (_, person) => (
              <Space>
                <Button size="small" onClick={() => setDraft(person)}>
                  修改
                </Button>
                {person.id === me.staff.id ? null : (
                  <Button
                    size="small"
                    onClick={() => setAccount(person)}
                    data-testid={`account-${person.username}`}
                  >
                    登录与密码
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {pages.hasNextPage ? <Button onClick={() => void pages.fetchNextPage()}>更多</Button> : null}
      {draft ? (
        <PersonEdit
          draft={draft}
          onClose={(made) => {
            setDraft(null);
            if (made) setPassword(made);
          }}
        />
      ) : null}
      {account ? (
        <PersonAccount
          person={account}
          isAdmin={isAdmin}
          onClose={() => setAccount(null)}
          onPassword={(made) => {
            setAccount(null);
            setPassword(made);
          }}
        />
      ) : null}
      {password ? <NewPassword password={password} onClose={() => setPassword(null)} /> : null}
    </>
  );
}
