import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { type ProblemCommand, problemCommands } from '../../../../../../shared/learning/problem-list';
import { Field } from '../../../part/field';
import { Refusal } from '../../../part/refusal';
import { type ProblemView, useProblemStep } from '../../../query/problem';
import type { Me } from '../../../query/staff';
import { draftBody, ProblemForm } from './problem-form';

/** What is asked for with a step that needs a sentence. */
const questions: Partial<Record<ProblemCommand, string>> = {
  finish: '完成了什么',
  confirm: '根据什么确认有效',
  recur: '又发生的情况',
  drop: '撤销的理由',
};

interface StepProps {
  item: ProblemView;
  busy: boolean;
  onSend: (body: object) => void;
}

function MeasureForm({ item, busy, onSend }: StepProps) {
  const current = item.state === 'planned' ? item.measures[0] : undefined;
  const [text, setText] = useState(current?.text ?? '');
  const [due, setDue] = useState(current?.due ?? '');
  return (
    <div className="impact">
      <Field label="打算怎么改">
        {(id) => (
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            data-testid="measure-text"
          />
        )}
      </Field>
      <Field label="完成期限">
        {(id) => (
          <Input
            id={id}
            type="date"
            value={due}
            onChange={(event) => setDue(event.target.value)}
            data-testid="measure-due"
          />
        )}
      </Field>
      <Button
        type="primary"
        loading={busy}
        disabled={text.trim().length < 4 || due === ''}
        onClick={() => onSend({ text, due })}
        data-testid="step-submit"
      >
        保存措施
      </Button>
    </div>
  );
}

function NoteForm({ command, busy, onSend }: StepProps & { command: ProblemCommand }) {
  const [note, setNote] = useState('');
  return (
    <div className="impact">
      <Field label={questions[command] ?? '说明'}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            data-testid="step-note"
          />
        )}
      </Field>
      <Button
        type="primary"
        loading={busy}
        disabled={note.trim().length < 2}
        onClick={() => onSend({ note })}
        data-testid="step-submit"
      >
        确定
      </Button>
    </div>
  );
}

/** The steps this person may take with the item now, as the server says, each with its form. */
export function ProblemSteps({ item, me }: { item: ProblemView; me: Me }) {
  const [open, setOpen] = useState<ProblemCommand | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const step = useProblemStep(item);
  const send = async (body: object) => {
    setBusy(true);
    setError(null);
    try {
      await (open === 'edit' ? step('PUT', '', body) : step('POST', open ?? '', body));
      setOpen(null);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const start = () => {
    const { title, cause, detail, matters, owner, responsible } = item;
    return { title, cause, detail, matters, ownerUnitId: owner.id, responsibleId: responsible?.id ?? null };
  };
  if (item.commands.length === 0) return <p className="muted">现在没有需要您做的事。</p>;
  const form = { item, busy, onSend: (body: object) => void send(body) };
  const titleOf = (command: ProblemCommand) =>
    command === 'measure' && item.state === 'planned' ? '修改措施' : problemCommands[command];
  return (
    <div className="commands">
      {item.commands.map((command) => (
        <Button
          key={command}
          type={['measure', 'finish', 'confirm'].includes(command) ? 'primary' : 'default'}
          onClick={() => {
            setError(null);
            setOpen(command);
          }}
          data-testid={`step-${command}`}
        >
          {titleOf(command)}
        </Button>
      ))}
      <Modal
        open={open !== null}
        title={open ? titleOf(open) : ''}
        footer={null}
        onCancel={() => setOpen(null)}
        destroyOnHidden
      >
        <Refusal error={error} />
        {open === 'edit' ? (
          <ProblemForm
            me={me}
            start={start()}
            submit="保存"
            busy={busy}
            onSubmit={(draft) => void send(draftBody(draft))}
          />
        ) : null}
        {open === 'measure' ? <MeasureForm {...form} /> : null}
        {open && open in questions ? <NoteForm key={open} command={open} {...form} /> : null}
      </Modal>
    </div>
  );
}
