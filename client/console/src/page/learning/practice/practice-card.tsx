import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { type PracticeCommand, practiceCommands } from '../../../../../../shared/learning/practice';
import { Field } from '../../../part/field';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import { type Practice, usePracticeStep } from '../../../query/practice';
import { PracticeForm } from './practice-form';

const withReason: PracticeCommand[] = ['return', 'withdraw'];

function Reason({ busy, onSend }: { busy: boolean; onSend: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <div className="impact">
      <Field label="理由">
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="primary"
        disabled={reason.trim().length < 2}
        loading={busy}
        onClick={() => onSend(reason)}
      >
        确定
      </Button>
    </div>
  );
}

/** One example, and what this person may do with it. */
export function PracticeCard({ practice }: { practice: Practice }) {
  const step = usePracticeStep();
  const [open, setOpen] = useState<PracticeCommand | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (command: PracticeCommand, body: object) => {
    setBusy(true);
    setError(null);
    try {
      await step(practice, command, body);
      setOpen(null);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const press = (command: PracticeCommand) => {
    setError(null);
    if (command === 'revise' || withReason.includes(command)) setOpen(command);
    else void run(command, {});
  };
  const { title, problem, approach, effect } = practice;
  return (
    <article className="card" aria-label={title} data-testid="practice">
      <h3>{title}</h3>
      <p className="muted">
        {practice.unit}　{shortTime(practice.proposedAt)}
        {practice.state === 'approved' ? '' : `　${practice.stateWord}`}
        {practice.onHome ? '　★ 在首页展示' : ''}
      </p>
      <p className="story">
        <b>原来的问题</b>　{problem}
      </p>
      <p className="story">
        <b>怎么做的</b>　{approach}
      </p>
      <p className="story">
        <b>效果</b>　{effect}
      </p>
      {practice.reason ? <p>审核意见：{practice.reason}</p> : null}
      {open === null ? <Refusal error={error} /> : null}
      <div className="commands">
        {practice.commands.map((command) => (
          <Button
            key={command}
            type={command === 'approve' ? 'primary' : 'default'}
            loading={busy && open === null}
            onClick={() => press(command)}
            data-testid={`practice-step-${command}`}
          >
            {practiceCommands[command]}
          </Button>
        ))}
      </div>
      <Modal
        open={open !== null}
        title={open ? practiceCommands[open] : ''}
        footer={null}
        onCancel={() => setOpen(null)}
        destroyOnHidden
      >
        <Refusal error={error} />
        {open === 'revise' ? (
          <PracticeForm
            start={{ title, problem, approach, effect }}
            submit="再提交"
            busy={busy}
            onSubmit={(words) => void run('revise', words)}
          />
        ) : null}
        {open && withReason.includes(open) ? (
          <Reason busy={busy} onSend={(reason) => void run(open, { reason })} />
        ) : null}
      </Modal>
    </article>
  );
}
