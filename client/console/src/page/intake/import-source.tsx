import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { cityColumns, cityTitle } from '../../../../../shared/intake/city-column';
import { Field } from '../../part/field';
import { SheetTrouble } from '../../part/sheet-trouble';
import { request, sendFile } from '../../request/request';
import './register.css';

interface Started {
  id: string;
  sameFileAt: string | null;
}

const titles = Object.keys(cityColumns).map((column) => cityTitle(column as keyof typeof cityColumns));
const template = `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${titles.join(',')}\r\n`)}`;

/** Where rows come from: a file, or cells copied from a spreadsheet. */
export function ImportSource({ onStarted }: { onStarted: (id: string) => void }) {
  const [text, setText] = useState('');
  const start = useMutation({
    mutationFn: (given: File | string) =>
      typeof given === 'string'
        ? request<Started>('POST', '/intake/city/imports/paste', { text: given })
        : sendFile<Started>('/intake/city/imports', given),
    onSuccess: ({ id }) => {
      setText('');
      onStarted(id);
    },
  });
  const same = start.data?.sameFileAt;
  return (
    <section className="card">
      <h3>选文件，或直接粘贴</h3>
      <p className="muted">
        支持 .xlsx、CSV、JSON，最大 4 MB、1
        万行。必须有“市平台编号、姓名、诉求内容”三列，标题行写法可以略有不同。{' '}
        <a href={template} download="市平台工单模板.csv">
          下载模板
        </a>
      </p>
      {start.error ? <SheetTrouble error={start.error} /> : null}
      {same ? (
        <Alert
          type="info"
          showIcon
          title={`同样的内容在 ${same.slice(0, 10)} ${same.slice(11, 16)} 导入过，收过的不会再收。`}
        />
      ) : null}
      <div className="pair" style={{ rowGap: 16 }}>
        <Upload.Dragger
          accept=".xlsx,.csv,.txt,.json"
          showUploadList={false}
          disabled={start.isPending}
          beforeUpload={(file) => {
            start.mutate(file);
            return false;
          }}
        >
          <p>把文件拖到这里，或点这里选文件</p>
        </Upload.Dragger>
        <div>
          <Field label="从表格复制（连同标题行），粘贴到这里">
            {(id) => (
              <Input.TextArea
                id={id}
                rows={4}
                value={text}
                onChange={(event) => setText(event.target.value)}
                data-testid="paste"
              />
            )}
          </Field>
          <Button
            style={{ marginTop: 8 }}
            type="primary"
            disabled={text.trim() === ''}
            loading={start.isPending}
            onClick={() => start.mutate(text)}
            data-testid="paste-start"
          >
            导入粘贴的内容
          </Button>
        </div>
      </div>
    </section>
  );
}
