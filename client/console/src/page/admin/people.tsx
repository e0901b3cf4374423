import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Modal, Select, Space, Switch, Tag } from 'antd';
import { useState } from 'react';
import { roles as roleWords } from '../../../../../shared/order/vocabulary';
import { Field } from '../../part/field';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { PickUnit } from '../../part/pick';
import type { Me } from '../../query/staff';
import { request } from '../../request/request';

interface Held {
  role: string;
  unitId: string | null;
  unit?: string;
  roleWord?: string;
  deputy: boolean;
}
interface Person {
  id: string;
  username: string;
  name: string;
  active: boolean;
  absentUntil: string | null;
  lastSignInAt: string | null;
  totp: boolean;
  roles: Held[];
}
type Draft = Pick<Person, 'username' | 'name' | 'active' | 'absentUntil' | 'roles'> & { id: string | null };

const blank: Draft = {
  id: null,
  username: '',
  name: '',
  active: true,
  absentUntil: null,
  roles: [{ role: 'handler', unitId: null, deputy: false }],
};
/** Back at nine on that day; the field holds the day alone. */
const backAt = (day: string) => (day ? `${day}T09:00:00+08:00` : null);

function Roles({ held, onChange }: { held: Held[]; onChange: (held: Held[]) => void }) {
  const change = (at: number, part: Partial<Held>) =>
    onChange(held.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      {held.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity of their own
        <Space key={at} wrap style={{ marginBottom: 8 }}>
          <Select
            aria-label="角色"
            value={each.role}
            style={{ width: 150 }}
            onChange={(role) => change(at, { role })}
            options={Object.entries(roleWords).map(([value, label]) => ({ value, label }))}
          />
          <PickUnit value={each.unitId} onChange={(unitId) => change(at, { unitId })} label="单位" />
          <Checkbox checked={each.deputy} onChange={(event) => change(at, { deputy: event.target.checked })}>
            代班
          </Checkbox>
          <Button size="small" onClick={() => onChange(held.filter((_, index) => index !== at))}>
            去掉
          </Button>
        </Space>
      ))}
      <Button onClick={() => onChange([...held, { role: 'handler', unitId: null, deputy: false }])}>
        加一个角色
      </Button>
    </>
  );
}

function Edit({ draft, onClose }: { draft: Draft; onClose: (password?: string) => void }) {
  const [person, setPerson] = useState(draft);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => {
      const roles = person.roles.map(({ role, unitId, deputy }) => ({ role, unitId, deputy }));
      const { name, active, absentUntil } = person;
      const body = { name, active, absentUntil, roles };
      return person.id
        ? request<{ password?: string }>('PUT', `/admin/people/${person.id}`, body)
        : request<{ password?: string }>('POST', '/admin/people', { ...body, username: person.username });
    },
    onSuccess: async ({ password }) => {
      await client.invalidateQueries({ queryKey: ['people'] });
      onClose(password);
    },
  });
  const ready = person.name && (person.id || person.username) && person.roles.every((each) => each.unitId);
  return (
    <Modal
      open
      width={760}
      title={person.id ? `修改 ${draft.name}` : '新增人员'}
      okText="保存"
      cancelText="取消"
      onCancel={() => onClose()}
      onOk={() => save.mutate()}
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
    >
      {save.error ? <Alert type="error" title={save.error.message} /> : null}
      <Space direction="vertical" style={{ width: '100%' }}>
        {person.id ? null : (
          <Field label="用户名">
            {(id) => (
              <Input
                id={id}
                value={person.username}
                maxLength={40}
                onChange={(event) => setPerson({ ...person, username: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label="姓名">
          {(id) => (
            <Input
              id={id}
              value={person.name}
              maxLength={30}
              onChange={(event) => setPerson({ ...person, name: event.target.value })}
            />
          )}
        </Field>
        <Roles held={person.roles} onChange={(roles) => setPerson({ ...person, roles })} />
        {person.id ? (
          <>
            <Field label="请假到（当天回来，这段时间的工单提醒代班的人）">
              {(id) => (
                <Input
                  id={id}
                  type="date"
                  value={person.absentUntil?.slice(0, 10) ?? ''}
                  onChange={(event) => setPerson({ ...person, absentUntil: backAt(event.target.value) })}
                />
              )}
            </Field>
            <span>
              <Switch
                aria-label="账号可用"
                checked={person.active}
                onChange={(active) => setPerson({ ...person, active })}
              />{' '}
              账号可用
            </span>
          </>
        ) : null}
      </Space>
    </Modal>
  );
}

/** People, their roles, deputies and absences; a unit's head keeps those of the own unit (spec 6). */
export default function PeoplePage({ me }: { me: Me }) {
  const [q, setQ] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [password, setPassword] = useState<string | null>(null);
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
  const reset = useMutation({
    mutationFn: (id: string) =>
      request<{ password: string }>('POST', `/admin/people/${id}/password`, { totp: true }),
    onSuccess: (answer) => setPassword(answer.password),
  });
  const problem = pages.error ?? reset.error;
  return (
    <>
      <h2>人员</h2>
      {problem ? <Alert type="error" title={problem.message} /> : null}
      <Space wrap style={{ marginBottom: 12 }}>
        <Input.Search aria-label="查找人员" placeholder="姓名或用户名" allowClear onSearch={setQ} />
        <Button type="primary" onClick={() => setDraft(blank)} data-testid="new-person">
          新增人员
        </Button>
      </Space>
      <Grid<Person>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 800 }}
        loading={pages.isPending}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        columns={[
          { title: '用户名', dataIndex: 'username', width: 150 },
          { title: '姓名', dataIndex: 'name', width: 110 },
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
          {
            title: '情况',
            key: 'state',
            width: 190,
            render: (_, person) =>
              person.active
                ? person.absentUntil
                  ? `请假到 ${shortTime(person.absentUntil)}`
                  : '在岗'
                : '已停用',
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
                  <Button size="small" onClick={() => reset.mutate(person.id)}>
                    重置密码
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {pages.hasNextPage ? <Button onClick={() => void pages.fetchNextPage()}>更多</Button> : null}
      {draft ? (
        <Edit
          draft={draft}
          onClose={(made) => {
            setDraft(null);
            if (made) setPassword(made);
          }}
        />
      ) : null}
      <Modal
        open={password !== null}
        title="新密码只显示这一次"
        onCancel={() => setPassword(null)}
        footer={<Button onClick={() => setPassword(null)}>已记下</Button>}
      >
        <p className="number">{password}</p>
        <p className="muted">请当面或电话告诉本人，不要用群消息发送。</p>
      </Modal>
    </>
  );
}
