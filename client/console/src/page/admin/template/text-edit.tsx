import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Space } from 'antd';
import { useDeferredValue, useState } from 'react';
import { providerWords } from '../../../../../../shared/notice/delivery-word';
import { targetWords } from '../../../../../../shared/notice/message-template';
import { Field } from '../../../part/field';
import { request } from '../../../request/request';
import type { NoticeText, Shown } from './template';

interface Preview {
  problems: string[];
  shown: Shown[];
}

/** How the text looks at one provider, with made-up facts. */
function At({ shown }: { shown: Shown }) {
  return (
    <div className="line">
      <b>{providerWords[shown.provider]}</b>
      <div>
        {shown.text ? <p className="story">{shown.text}</p> : null}
        {shown.fields ? (
          <p className="story">
            {Object.entries(shown.fields)
              .map(([field, value]) => `${field}：${value}`)
              .join('\n')}
          </p>
        ) : null}
        {shown.segments ? (
          <p className="muted">
            {shown.characters} 字，按 {shown.segments} 条短信计费
          </p>
        ) : null}
        {shown.note ? <p className="muted">{shown.note}</p> : null}
      </div>
    </div>
  );
}

/** A text with its placeholders, seen at every provider while it is typed; what is wrong is said before saving. */
export function TextEdit({ text: notice, onClose }: { text: NoticeText; onClose: () => void }) {
  const [text, setText] = useState(notice.text);
  const client = useQueryClient();
  const { target, topic, version } = notice;
  const typed = useDeferredValue(text.trim());
  const preview = useQuery({
    queryKey: ['template-preview', target, topic, typed],
    enabled: typed.length > 0,
    placeholderData: (before) => before,
    queryFn: () => request<Preview>('POST', '/admin/templates/preview', { target, topic, text: typed }),
  });
  const save = useMutation({
    mutationFn: (wanted: string | null) =>
      request('PUT', '/admin/templates/text', { target, topic, text: wanted, version }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['templates'] });
      onClose();
    },
  });
  const problems = preview.data?.problems ?? [];
  return (
    <Modal
      open
      width={820}
      title={`${targetWords[target]}：${notice.title}`}
      onCancel={onClose}
      footer={
        <Space wrap>
          {notice.own ? (
            <Button loading={save.isPending} onClick={() => save.mutate(null)}>
              恢复默认文字
            </Button>
          ) : null}
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={problems.length > 0 || text.trim().length < 5 || text === notice.text}
            loading={save.isPending}
            onClick={() => save.mutate(text.trim())}
            data-testid="text-save"
          >
            保存
          </Button>
        </Space>
      }
    >
      <Field label="文字（花括号里的内容由系统填写）">
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
            data-testid="text-edit"
          />
        )}
      </Field>
      <Space wrap style={{ margin: '8px 0 12px' }}>
        {notice.placeholders.map((name) => (
          <Button key={name} size="small" onClick={() => setText(`${text}{${name}}`)}>
            {`{${name}}`}
          </Button>
        ))}
      </Space>
      {problems.length > 0 ? <Alert type="warning" showIcon role="alert" title={problems.join(' ')} /> : null}
      {save.error ? <Alert type="error" showIcon role="alert" title={save.error.message} /> : null}
      {preview.error ? <Alert type="error" showIcon title={preview.error.message} /> : null}
      <h3>在各处的样子（示例数据）</h3>
      {(preview.data?.shown ?? []).map((shown) => (
        <At key={shown.provider} shown={shown} />
      ))}
      {notice.own ? <p className="muted">默认文字：{notice.builtIn}</p> : null}
    </Modal>
  );
}
