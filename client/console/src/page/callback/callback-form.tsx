import { Alert, App, Button, Input, Radio } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { OrderView } from '../../../../../shared/order/view';
import { satisfactions } from '../../../../../shared/order/vocabulary';
import { Refusal } from '../../part/refusal';
import { useRunCommand } from '../../query/order';
import { useMe } from '../../query/staff';
import { Callee } from './callee';
import { type Result, resultsOf, unreachedReasons } from './results';
import type { Call } from './script';
import { Script } from './script-card';
import { triesOf } from './tries';
import './callback.css';
import '../order/command.css';

interface Shown {
  call: Call;
  order: OrderView;
  onDone(): void;
  onClose?(): void;
}
const levels = Object.entries(satisfactions).reverse();
const clock = (at: Date) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    at,
  );

function Tries({ call, order }: { call: Call; order: OrderView }) {
  const { count, nextAt } = triesOf(call, order);
  if (count === 0 || nextAt === null) return null;
  const early = nextAt.getTime() > Date.now();
  return (
    <Alert
      type="info"
      className="tries"
      title={`这一轮已有 ${count} 次没接通。${early ? `${clock(nextAt)} 以后再打才算下一次。` : '现在再打，算下一次。'}`}
    />
  );
}

interface Answer {
  result: Result | null;
  satisfaction: string | null;
  why: string;
  note: string;
}
const bodyOf = ({ result, satisfaction, why, note }: Answer) => {
  const said = result?.id === 'unreached' ? [why, note].filter(Boolean).join('，') : note;
  const level = result?.reached && satisfaction ? { satisfaction: Number(satisfaction) } : {};
  // A check of a declined order is a note: what was said joins its words.
  const text = result?.body.text;
  if (typeof text === 'string') return { text: [text, said].filter(Boolean).join('。') };
  return { ...result?.body, ...level, ...(said ? { note: said } : {}) };
};

/** A call: who to ring, what to say, and its answer in two clicks. */
export function CallbackForm({ call, order, onDone, onClose }: Shown) {
  const me = useMe().data;
  const run = useRunCommand(order.number);
  const { message } = App.useApp();
  const box = useRef<HTMLElement>(null);
  const [answer, setAnswer] = useState<Answer>({
    result: null,
    satisfaction: null,
    why: unreachedReasons[0] ?? '',
    note: '',
  });
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const put = (patch: Partial<Answer>) => setAnswer((now) => ({ ...now, ...patch }));
  useEffect(() => box.current?.focus(), []);
  const send = async () => {
    setBusy(true);
    try {
      await run.command(call === 'declined-check' ? 'note' : call, bodyOf(answer));
      void message.success('已记录');
      onDone();
    } catch (error) {
      setRefused(error);
      await run.refresh();
    }
    setBusy(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose?.();
    if (event.key === 'Enter' && event.ctrlKey && answer.result) void send();
  };
  const unit = me?.roles[0]?.unit?.name ?? '';
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="callback"
      aria-label="回访"
      data-testid="command-form"
      onKeyDown={press}
    >
      <Tries call={call} order={order} />
      <Callee order={order} />
      <Script call={call} order={order} caller={{ name: me?.staff.name ?? '', unit }} />
      <fieldset className="results">
        <legend>电话打完了，结果是</legend>
        {resultsOf[call].map((each) => (
          <button
            key={each.id}
            type="button"
            aria-pressed={answer.result?.id === each.id}
            onClick={() => put({ result: each })}
            data-testid={`field-result-${each.id}`}
          >
            <b>{each.title}</b>
            <span>{each.hint}</span>
          </button>
        ))}
      </fieldset>
      {answer.result?.reached ? (
        <fieldset className="levels">
          <legend>反映人满意吗（不愿说就不选）</legend>
          <Radio.Group
            value={answer.satisfaction}
            onChange={(event) => put({ satisfaction: String(event.target.value) })}
          >
            {levels.map(([value, word]) => (
              <Radio key={value} value={value} data-testid={`field-satisfaction-${value}`}>
                {word}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      ) : null}
      {answer.result?.id === 'unreached' ? (
        <fieldset className="levels">
          <legend>为什么没接通</legend>
          <Radio.Group value={answer.why} onChange={(event) => put({ why: String(event.target.value) })}>
            {unreachedReasons.map((why) => (
              <Radio key={why} value={why}>
                {why}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      ) : null}
      {answer.result ? (
        <div className="said">
          <label htmlFor="said">反映人怎么说的（可以不填）</label>
          <Input.TextArea
            id="said"
            rows={2}
            value={answer.note}
            onChange={(event) => put({ note: event.target.value })}
            data-testid="field-note"
          />
        </div>
      ) : null}
      <Refusal error={refused} />
      <div className="form-end">
        <Button
          type="primary"
          disabled={!answer.result}
          loading={busy}
          onClick={() => void send()}
          data-testid="command-submit"
        >
          {answer.result ? `记录：${answer.result.title}` : '先选结果'}
        </Button>
        {onClose ? (
          <Button onClick={onClose} data-testid="command-close">
            收起
          </Button>
        ) : null}
      </div>
    </section>
  );
}
