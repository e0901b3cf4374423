import { App, Button, Form } from 'antd';
import { type KeyboardEvent, type MutableRefObject, useEffect, useRef, useState } from 'react';
import type { OrderView } from '../../../../../shared/order/view';
import { Refusal } from '../../part/refusal';
import { useRunCommand } from '../../query/order';
import { Refused } from '../../request/request';
import { commandForms } from '../../word/command-form';
import { Changes } from './changed';
import { bodyOf, fieldsOf, rulesOf, startOf } from './command-body';
import { Control } from './control';
import { useChanges } from './use-changes';
import './command.css';

type Values = Record<string, unknown>;
export type Drafts = MutableRefObject<Record<string, Values>>;
interface Shown {
  command: string;
  order: OrderView;
  /** What was typed into a form that was closed stays for the next time it is opened. */
  drafts: Drafts;
  given: Values;
  onDone(): void;
  onClose(): void;
}

/** The form of one command, beside the order it is about. Ctrl+Enter sends, Esc closes and keeps what was typed. */
export function CommandForm({ command, order, drafts, given, onDone, onClose }: Shown) {
  const run = useRunCommand(order.number);
  const changes = useChanges(order);
  const { message } = App.useApp();
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm();
  const box = useRef<HTMLElement>(null);
  const start = drafts.current[command] ?? { ...startOf(command, order), ...given };
  const values: Values = Form.useWatch([], form) ?? start;
  const shape = commandForms[command];
  const possible = order.commands.some((each) => each === command);
  // One's own command changes the order, too: until it is answered that is nobody else's doing.
  const blocked = changes.changed && !shape?.bare && !busy;
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('input, textarea, select, [type=submit]')?.focus();
  }, []);
  const submit = async (typed: Values) => {
    setBusy(true);
    setRefused(null);
    try {
      await run.command(command, bodyOf(command, order, typed, changes.version));
      delete drafts.current[command];
      void message.success(`${shape?.title}，已记录`);
      onDone();
    } catch (error) {
      await run.refresh();
      const late = error instanceof Refused && error.code === 'order.version-conflict';
      setRefused(late ? null : error);
      setBusy(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey && !blocked) form.submit();
    if (event.key === 'Escape') onClose();
  };
  return (
    <section
      ref={box}
      className="command-form"
      data-testid="command-form"
      aria-label={shape?.title}
      onKeyDown={press}
    >
      <h3>{shape?.title}</h3>
      {shape?.intro ? <p className="muted">{shape.intro}</p> : null}
      {blocked ? (
        <Changes lines={changes.lines} possible={possible} onGoOn={changes.goOn} onGiveUp={onClose} />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        onValuesChange={(_, all) => {
          drafts.current[command] = all;
        }}
        onFinish={submit}
      >
        {fieldsOf(command, order, values).map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.label}
            extra={field.help}
            rules={rulesOf(field)}
          >
            <Control field={field} order={order} />
          </Form.Item>
        ))}
        <Refusal error={refused} />
        <div className="form-end">
          <Button
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={blocked}
            data-testid="command-submit"
          >
            {shape?.confirm ?? `确定${shape?.title}`}
          </Button>
          <Button onClick={onClose} data-testid="command-close">
            收起
          </Button>
          <span className="muted keys">Ctrl+Enter 提交，Esc 收起</span>
        </div>
      </Form>
    </section>
  );
}
