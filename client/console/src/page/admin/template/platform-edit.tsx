import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import {
  type PlatformTemplate,
  targetWords,
  templateParams,
} from '../../../../../../shared/notice/message-template';
import { Field } from '../../../part/field';
import { request } from '../../../request/request';
import type { NoticeTemplate } from './template';

type Param = PlatformTemplate['fields'][string];

/** The template's fields, each with what fills it. */
function Fields({
  rows,
  onChange,
}: {
  rows: [string, Param][];
  onChange: (rows: [string, Param][]) => void;
}) {
  const change = (at: number, row: [string, Param]) =>
    onChange(rows.map((each, index) => (index === at ? row : each)));
  return (
    <>
      {rows.map(([field, param], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity of their own
        <Space key={at} wrap style={{ marginBottom: 8 }}>
          <Input
            aria-label="平台字段名"
            placeholder="平台字段名，如 thing1"
            style={{ width: 220 }}
            value={field}
            onChange={(event) => change(at, [event.target.value.trim(), param])}
          />
          <Select
            aria-label="填入"
            style={{ width: 130 }}
            value={param}
            onChange={(next) => change(at, [field, next])}
            options={Object.entries(templateParams).map(([value, label]) => ({
              value: value as Param,
              label,
            }))}
          />
          <Button size="small" onClick={() => onChange(rows.filter((_, index) => index !== at))}>
            去掉
          </Button>
        </Space>
      ))}
      <div>
        <Button onClick={() => onChange([...rows, ['', 'number']])}>加一个字段</Button>
      </div>
    </>
  );
}

/** Which template of a provider carries a topic, and what fills its fields. */
export function PlatformEdit({ notice, onClose }: { notice: NoticeTemplate; onClose: () => void }) {
  const [id, setId] = useState(notice.template?.id ?? '');
  const [rows, setRows] = useState<[string, Param][]>(Object.entries(notice.template?.fields ?? {}));
  const [longTerm, setLongTerm] = useState(notice.template?.longTerm ?? false);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (template: PlatformTemplate | null) => {
      const { target, topic, version } = notice;
      return request('PUT', '/admin/templates/platform', { target, topic, template, version });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['templates'] });
      onClose();
    },
  });
  const wanted: PlatformTemplate = {
    id: id.trim(),
    fields: Object.fromEntries(rows),
    ...(notice.template?.page ? { page: notice.template.page } : {}),
    ...(longTerm ? { longTerm } : {}),
  };
  return (
    <Modal
      open
      title={`${targetWords[notice.target]}：${notice.title}`}
      onCancel={onClose}
      footer={
        <Space wrap>
          {notice.own ? (
            <Button loading={save.isPending} onClick={() => save.mutate(null)}>
              恢复部署时的设置
            </Button>
          ) : null}
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={!id.trim() || rows.some(([field]) => !field)}
            loading={save.isPending}
            onClick={() => save.mutate(wanted)}
          >
            保存
          </Button>
        </Space>
      }
    >
      {save.error ? <Alert type="error" showIcon role="alert" title={save.error.message} /> : null}
      <Field label="平台模板编号">
        {(field) => (
          <Input id={field} value={id} maxLength={80} onChange={(event) => setId(event.target.value)} />
        )}
      </Field>
      <h3 style={{ marginTop: 16 }}>字段</h3>
      <Fields rows={rows} onChange={setRows} />
      {notice.target === 'wechat' ? (
        <Checkbox
          style={{ marginTop: 12 }}
          checked={longTerm}
          onChange={(event) => setLongTerm(event.target.checked)}
        >
          长期订阅（同意一次，以后都能发）
        </Checkbox>
      ) : null}
    </Modal>
  );
}
