import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
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
  const add = useMutation({
    mutationFn: () => request('POST', `/orders/${number}/supplement`, { text: text.trim(), files: [] }),
    onSuccess: onDone,
  });
  const send = () => (text.trim().length >= 2 ? add.mutate() : undefined);
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
      <div className="commands" style={{ marginTop: 28 }}>
        <Button
          type="primary"
          size="large"
          loading={add.isPending}
          disabled={text.trim().length < 2}
          onClick={send}
        >
          补充
        </Button>
        <Button size="large" onClick={onBack}>
          返回登记
        </Button>
      </div>
    </section>
  );
}
