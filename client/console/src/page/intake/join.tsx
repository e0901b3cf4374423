import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Attach } from '../../part/attach/attach';
import { type Attachment, arrivedIds } from '../../part/attach/attachment';
import { Field } from '../../part/field';
import { request } from '../../request/request';
import { onKeys } from './form-keys';

interface Joining {
  number: string;
  story: string;
  onDone: () => void;
  onBack: () => void;
}

/** Adds what the visitor says to the report that is already there. */
export function Join({ number, story, onDone, onBack }: Joining) {
  const [text, setText] = useState(story);
  const entry = useRef<InputRef>(null);
  useEffect(() => entry.current?.focus(), []);
  const [files, setFiles] = useState<Attachment[]>([]);
  const add = useMutation({
    mutationFn: () =>
      request('POST', `/orders/${number}/supplement`, { text: text.trim(), files: arrivedIds(files) }),
    onSuccess: onDone,
  });
  const ready = text.trim().length >= 2 && files.every(({ state }) => state === 'done');
  const send = () => (ready ? add.mutate() : undefined);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the entries inside
    <section className="card" style={{ maxWidth: 760 }} onKeyDown={onKeys(send)}>
      <h2>补充到 {number}</h2>
      {add.error ? <Alert type="error" showIcon title={add.error.message} /> : null}
      <Field label="来访人补充的情况">
        {(id) => (
          <Input.TextArea
            id={id}
            ref={entry}
            rows={4}
            maxLength={2000}
            showCount
            value={text}
            onChange={(event) => setText(event.target.value)}
            data-testid="field-supplement"
          />
        )}
      </Field>
      <div style={{ marginTop: 28 }}>
        <Field label="照片或文件（可以不加）">
          {(id) => <Attach id={id} value={files} onChange={setFiles} />}
        </Field>
      </div>
      <div className="commands" style={{ marginTop: 16 }}>
        <Button type="primary" size="large" loading={add.isPending} disabled={!ready} onClick={send}>
          补充
        </Button>
        <Button size="large" onClick={onBack}>
          返回登记
        </Button>
      </div>
    </section>
  );
}
