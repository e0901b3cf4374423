import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Select, Space, Switch } from 'antd';
import { useState } from 'react';
import { type UnitKind, unitKinds } from '../../../../../shared/order/vocabulary';
import { Field } from '../../part/field';
import { Grid } from '../../part/grid';
import { PickUnit } from '../../part/pick';
import type { Me } from '../../query/staff';
import { request } from '../../request/request';

interface Unit {
  id: string;
  kind: UnitKind;
  kindWord: string;
  name: string;
  parentId: string | null;
  town: string | null;
  phone: string | null;
  address: string | null;
  hours: string | null;
  closing: string;
  active: boolean;
  people: number;
  contacts: { id: string; provider: string; to: string }[];
}
type Draft = Omit<Unit, 'kindWord' | 'people' | 'contacts' | 'id'> & { id: string | null };

const ways: Record<string, string> = { wecom: '政务微信群机器人', email: '邮箱', sms: '值班手机' };
const blank: Draft = {
  id: null,
  kind: 'department',
  name: '',
  parentId: null,
  town: null,
  phone: null,
  address: null,
  hours: null,
  closing: '17:00',
  active: true,
};
const bodyOf = ({ id: _, ...rest }: Draft) => rest;
const draftOf = ({ kindWord: _, people: __, contacts: ___, ...rest }: Unit): Draft => rest;

function Edit({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const [unit, setUnit] = useState(draft);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      unit.id
        ? request('PUT', `/admin/units/${unit.id}`, bodyOf(unit))
        : request('POST', '/admin/units', bodyOf(unit)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['units'] });
      await client.invalidateQueries({ queryKey: ['admin-units'] });
      onClose();
    },
  });
  const line = (label: string, field: 'name' | 'phone' | 'address' | 'hours') => (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          value={unit[field] ?? ''}
          onChange={(event) =>
            setUnit({ ...unit, [field]: event.target.value || (field === 'name' ? '' : null) })
          }
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      title={unit.id ? `修改 ${draft.name}` : '新增单位'}
      okText="保存"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => save.mutate()}
      okButtonProps={{ disabled: unit.name.trim().length < 2, loading: save.isPending }}
    >
      {save.error ? <Alert type="error" title={save.error.message} /> : null}
      <Space direction="vertical" style={{ width: '100%' }}>
        {line('名称', 'name')}
        <Select
          aria-label="类别"
          value={unit.kind}
          style={{ width: '100%' }}
          onChange={(kind) => setUnit({ ...unit, kind })}
          options={Object.entries(unitKinds).map(([value, label]) => ({ value, label }))}
        />
        <PickUnit
          value={unit.parentId}
          onChange={(parentId) => setUnit({ ...unit, parentId })}
          label="上级单位（没有就不选）"
        />
        {line('电话', 'phone')}
        {line('地址', 'address')}
        {line('对外办公时间', 'hours')}
        <Field label="期限当天截止的时间">
          {(id) => (
            <Input
              id={id}
              type="time"
              value={unit.closing}
              onChange={(event) => setUnit({ ...unit, closing: event.target.value })}
            />
          )}
        </Field>
        <span>
          <Switch
            aria-label="在用"
            checked={unit.active}
            onChange={(active) => setUnit({ ...unit, active })}
          />{' '}
          在用
        </span>
      </Space>
    </Modal>
  );
}

function Contacts({ unit }: { unit: Unit }) {
  const [provider, setProvider] = useState('wecom');
  const [to, setTo] = useState('');
  const client = useQueryClient();
  const done = async () => {
    setTo('');
    await client.invalidateQueries({ queryKey: ['admin-units'] });
  };
  const add = useMutation({
    mutationFn: () => request('POST', `/admin/units/${unit.id}/contacts`, { provider, to }),
    onSuccess: done,
  });
  const drop = useMutation({
    mutationFn: (id: string) => request('DELETE', `/admin/units/${unit.id}/contacts/${id}`),
    onSuccess: done,
  });
  return (
    <>
      {add.error ? <Alert type="error" title={add.error.message} /> : null}
      {unit.contacts.map((each) => (
        <p key={each.id}>
          {ways[each.provider]}　{each.to}　
          <Button size="small" onClick={() => drop.mutate(each.id)}>
            取消
          </Button>
        </p>
      ))}
      <Space wrap>
        <Select
          aria-label="提醒方式"
          value={provider}
          onChange={setProvider}
          style={{ width: 170 }}
          options={Object.entries(ways).map(([value, label]) => ({ value, label }))}
        />
        <Input
          aria-label="机器人密钥、邮箱或手机号"
          placeholder="机器人密钥、邮箱或手机号"
          value={to}
          onChange={(event) => setTo(event.target.value)}
          style={{ width: 260 }}
        />
        <Button disabled={to.length < 5} loading={add.isPending} onClick={() => add.mutate()}>
          加上
        </Button>
      </Space>
    </>
  );
}

/** The district's units, their closing times, how their staff are reached, and where nobody is at hand. */
export default function UnitsPage({ me }: { me: Me }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const mayChange = me.roles.some((held) => held.role === 'admin');
  const units = useQuery({
    queryKey: ['admin-units'],
    queryFn: () => request<{ items: Unit[] }>('GET', '/admin/units'),
  });
  const gaps = useQuery({
    queryKey: ['gaps'],
    queryFn: () =>
      request<{ items: { unit: { id: string; name: string }; role: string; word: string }[] }>(
        'GET',
        '/admin/units/gaps',
      ),
  });
  const items = units.data?.items ?? [];
  const nameOf = (id: string | null) => items.find((each) => each.id === id)?.name ?? '';
  return (
    <>
      <h2>单位</h2>
      {units.error ? <Alert type="error" title={units.error.message} /> : null}
      {(gaps.data?.items ?? []).length > 0 ? (
        <Alert
          type="warning"
          title={`今天有 ${gaps.data?.items.length} 处缺人`}
          description={gaps.data?.items.slice(0, 20).map((each) => (
            <div key={`${each.unit.id}${each.role}`}>
              {each.unit.name}：{each.word}
            </div>
          ))}
        />
      ) : null}
      {mayChange ? (
        <Button type="primary" onClick={() => setDraft(blank)} style={{ margin: '12px 0' }}>
          新增单位
        </Button>
      ) : null}
      <Grid<Unit>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 900 }}
        loading={units.isPending}
        dataSource={items}
        {...(mayChange && { expandable: { expandedRowRender: (unit) => <Contacts unit={unit} /> } })}
        columns={[
          { title: '名称', dataIndex: 'name' },
          { title: '类别', dataIndex: 'kindWord', width: 140 },
          { title: '上级', key: 'parent', render: (_, unit) => nameOf(unit.parentId) },
          { title: '电话', dataIndex: 'phone', width: 140 },
          { title: '截止', dataIndex: 'closing', width: 80 },
          { title: '人数', dataIndex: 'people', width: 70 },
          { title: '情况', key: 'active', width: 80, render: (_, unit) => (unit.active ? '在用' : '停用') },
          {
            title: '',
            key: 'do',
            width: 80,
            render: (_, unit) =>
              mayChange ? (
                <Button size="small" onClick={() => setDraft(draftOf(unit))}>
                  修改
                </Button>
              ) : null,
          },
        ]}
      />
      {draft ? <Edit draft={draft} onClose={() => setDraft(null)} /> : null}
    </>
  );
}
