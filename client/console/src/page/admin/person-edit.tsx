import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Modal, Select, Space, Switch } from 'antd';
import { useState } from 'react';
import { roles as roleWords } from '../../../../../shared/order/vocabulary';
import { Field } from '../../part/field';
import { PickUnit } from '../../part/pick';
import { request } from '../../request/request';
import type { Draft, Held } from './person';

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

/** A person's name, roles, absence, and whether the account works. */
export function PersonEdit({ draft, onClose }: { draft: Draft; onClose: (password?: string) => void }) {
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
