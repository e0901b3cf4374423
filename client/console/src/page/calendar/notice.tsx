import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { Edit } from './day';

/** A pasted text is a year's file when it begins like one, otherwise the words of the notice. */
function editOf(text: string): Edit {
  if (!text.trim().startsWith('{')) return { notice: text };
  const { year, papers, days } = JSON.parse(text) as Edit;
  return { year: { year, ...(papers ? { papers } : {}), days } };
}

/** A year from the pasted words of its notice or from its file (spec 3). */
export function Notice({ onEdit }: { onEdit: (edit: Edit) => void }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const look = () => {
    try {
      onEdit(editOf(text));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <label htmlFor="notice">把放假通知连标题一起粘贴在这里，也可以粘贴年份文件的内容。</label>
      <Input.TextArea id="notice" rows={8} value={text} onChange={(change) => setText(change.target.value)} />
      {wrong ? <Alert type="error" title="文件内容不完整，请重新粘贴。" /> : null}
      <Button type="primary" disabled={text.trim().length < 10} onClick={look} data-testid="look">
        先看影响
      </Button>
    </Space>
  );
}
