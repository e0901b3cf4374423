import { PaperClipOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { useEffect, useRef } from 'react';
import { fileLimitSentence, fileLimits } from '../../../../../shared/file/limits';
import type { Attachment } from './attachment';
import { HeldFile } from './held-file';
import { useAttachments } from './use-attachments';
import './attach.css';

const accept = [
  ...fileLimits.picture.contentTypes,
  ...fileLimits.document.contentTypes,
  '.heic',
  '.heif',
].join(',');

interface Bound {
  id?: string;
  value?: Attachment[];
  onChange?: (held: Attachment[]) => void;
}

/** Photos and PDFs that go with a form: picked, dropped, or pasted as a screenshot while the form is open. */
export function Attach({ id, value = [], onChange }: Bound) {
  const { refused, shares, add, retry, remove } = useAttachments(value, onChange ?? (() => undefined));
  const take = useRef(add);
  take.current = add;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void take.current(files);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
  return (
    <div className="attach">
      <Upload.Dragger
        {...(id ? { id } : {})}
        accept={accept}
        multiple
        showUploadList={false}
        beforeUpload={(file, all) => {
          if (file === all[0]) void add(all);
          return false;
        }}
      >
        <PaperClipOutlined aria-hidden /> 选照片或 PDF
        <span className="by-mouse">，也可拖到这里、粘贴截图</span>
      </Upload.Dragger>
      <p className="muted attach-limits">
        {fileLimitSentence.picture}
        {fileLimitSentence.document}
      </p>
      {refused.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title="有文件没有添加"
          description={refused.map((each) => <div key={each}>{each}</div>)}
        />
      ) : null}
      {value.length > 0 ? (
        <ul aria-label="已添加的文件">
          {value.map((one) => (
            <HeldFile
              key={one.key}
              one={one}
              share={shares[one.key] ?? 0}
              onRetry={() => retry(one)}
              onRemove={() => remove(one)}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
