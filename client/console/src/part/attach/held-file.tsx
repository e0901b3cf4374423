import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Attachment } from './attachment';

interface Shown {
  one: Attachment;
  /** The part that was sent, 0…1. */
  share: number;
  onRetry: () => void;
  onRemove: () => void;
}

/** Small as it will be seen; browsers that cannot show the picture show its kind instead. */
function Preview({ one }: { one: Attachment }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (one.kind !== 'picture') return;
    const made = URL.createObjectURL(one.file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [one.file, one.kind]);
  if (one.kind === 'document') return <FilePdfOutlined className="held-preview" aria-hidden />;
  return url ? <img className="held-preview" src={url} alt="" onError={() => setUrl(null)} /> : null;
}

/** One file beside a form: what it is, whether it arrived, and what may be done with it. */
export function HeldFile({ one, share, onRetry, onRemove }: Shown) {
  const { name } = one.file;
  const words = {
    sending: `正在上传 ${Math.round(share * 100)}%`,
    done: '已上传',
    failed: one.said ?? '没有传上去',
  };
  return (
    <li className={`held-file ${one.state}`} data-testid={`attached-${one.state}`}>
      <Preview one={one} />
      <span className="held-name">
        {name}
        <small>{words[one.state]}</small>
      </span>
      {one.state === 'failed' ? (
        <Button size="small" onClick={onRetry} aria-label={`重试 ${name}`}>
          重试
        </Button>
      ) : null}
      <Button size="small" type="text" onClick={onRemove} aria-label={`删去 ${name}`}>
        删去
      </Button>
    </li>
  );
}
