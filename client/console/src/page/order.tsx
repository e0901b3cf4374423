import { Alert, Button, Image, Input, Modal, Spin } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { State } from '../../../../shared/order/state';
import type { OrderView } from '../../../../shared/order/view';
import { channels, complexities, stages, stateWords } from '../../../../shared/order/vocabulary';
import { CommandPanel } from '../part/command-panel';
import { Light, shortTime } from '../part/light';
import { ProblemEntry } from '../part/problem-entry';
import { Suggestions } from '../part/suggestions';
import { useOrder } from '../query/order';
import type { Me } from '../query/staff';
import { Refused, request } from '../request/request';

interface Clear {
  name: string | null;
  phone: string | null;
}

/** Name and phone in clear, with a reason that is kept. */
function Reveal({ number }: { number: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [clear, setClear] = useState<Clear | null>(null);
  const [problem, setProblem] = useState('');
  const look = async () => {
    try {
      setClear(await request<Clear>('POST', `/orders/${number}/reveal`, { reason }));
      setOpen(false);
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : '没有成功，请再试一次。');
    }
  };
  if (clear) return <b>{` ${clear.name} ${clear.phone ?? '未留电话'}`}</b>;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="reveal">
        查看联系方式
      </Button>
      <Modal
        open={open}
        title="查看联系方式"
        okText="查看"
        cancelText="取消"
        onOk={() => void look()}
        onCancel={() => setOpen(false)}
      >
        <p>请写明理由，这次查看会留痕。</p>
        <Input aria-label="理由" value={reason} onChange={(change) => setReason(change.target.value)} />
        {problem ? <Alert type="error" title={problem} /> : null}
      </Modal>
    </>
  );
}

function Story({ order }: { order: OrderView }) {
  return (
    <section className="card">
      <h3>{order.matter ?? '事项不清楚'}</h3>
      <p className="muted">
        {stages[order.stage]}　{channels[order.channel]}　{order.hallName ?? order.placeName ?? ''}　提交{' '}
        {shortTime(order.submittedAt)}
      </p>
      <p className="story">{order.story}</p>
      <p>
        反映人：{order.reporterName}　{order.reporterPhone ?? '未留电话'} <Reveal number={order.number} />
      </p>
      <Image.PreviewGroup>
        <div className="pictures">
          {order.files
            .filter((file) => file.kind === 'picture')
            .map((file) => (
              <Image
                key={file.id}
                src={file.thumbnailUrl ?? file.url}
                preview={{ src: file.url }}
                width={112}
                height={112}
                style={{ objectFit: 'cover' }}
                alt={file.name}
              />
            ))}
        </div>
      </Image.PreviewGroup>
      {order.files
        .filter((file) => file.kind === 'document')
        .map((file) => (
          <p key={file.id}>
            <a href={file.url}>{file.name}</a>
          </p>
        ))}
    </section>
  );
}

function Timeline({ order }: { order: OrderView }) {
  return (
    <section className="card">
      <h3>经过</h3>
      {[...order.timeline].reverse().map((entry) => (
        <div key={entry.seq} className={entry.internal ? 'line internal' : 'line'}>
          <span className="muted">{shortTime(entry.at)}</span>
          <div>
            <b>{entry.title}</b>
            {entry.internal ? '（内部）' : ''} <span className="muted">{entry.by}</span>
            {entry.paragraphs.map((paragraph) => (
              <div key={paragraph.label} className="story">
                {paragraph.label}：{paragraph.text}
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Clocks({ order }: { order: OrderView }) {
  const running = order.clocks.filter((clock) => clock.running);
  return (
    <section className="card">
      <h3>期限</h3>
      {running.length === 0 ? <p className="muted">没有正在计时的期限。</p> : null}
      {running.map((clock) => (
        <details key={`${clock.kind}${clock.startedAt}${clock.holder?.id}`}>
          <summary>
            {clock.title}（{clock.holder?.name ?? '区政务服务办'}） {shortTime(clock.dueAt)}{' '}
            <Light light={clock.light} /> <span className="muted">{clock.countdown}</span>
          </summary>
          <p className="muted">{clock.explanation}</p>
        </details>
      ))}
    </section>
  );
}

function Side({ order }: { order: OrderView }) {
  return (
    <aside>
      <section className="card noprint">
        <h3>可以做的</h3>
        <CommandPanel order={order} />
        {order.commands.includes('dispatch') ? <Suggestions order={order} /> : null}
      </section>
      <Clocks order={order} />
      {order.assists.length > 0 ? (
        <section className="card">
          <h3>协办</h3>
          {order.assists.map((assist) => (
            <p key={assist.id}>
              {assist.unit.name}：{assist.stateWord} {assist.dueAt ? shortTime(assist.dueAt) : ''}
              {assist.request ? <span className="muted">　{assist.request}</span> : null}
            </p>
          ))}
        </section>
      ) : null}
      {order.custody.length > 0 ? (
        <section className="card">
          <h3>经手</h3>
          {order.custody.map((held) => (
            <p key={`${held.fromAt}${held.unit.id}${held.role}`}>
              {held.unit.name}　{shortTime(held.fromAt)} 至 {held.toAt ? shortTime(held.toAt) : '现在'}
            </p>
          ))}
        </section>
      ) : null}
      {order.similar.length > 0 ? (
        <section className="card">
          <h3>以前的诉求</h3>
          {order.similar.map((each) => (
            <p key={each.number}>
              <Link to={`/orders/${each.number}`}>{each.number}</Link>　{each.matter ?? ''}
              <span className="muted">
                　{stateWords[each.state as State]}　{shortTime(each.submittedAt)}　{each.why}
              </span>
            </p>
          ))}
        </section>
      ) : null}
    </aside>
  );
}

/** One order: what happened, what may be done now, and by when. */
export default function OrderPage({ me }: { me: Me }) {
  const { number = '' } = useParams();
  const found = useOrder(number);
  if (found.isPending) return <Spin />;
  if (!found.data)
    return (
      <div data-order={number}>
        <Alert type="error" title={found.error?.message ?? '没有找到这件工单'} />
      </div>
    );
  const order = found.data;
  return (
    <>
      <h2 data-testid="order-title" data-order={order.number}>
        {order.number}　<span data-testid="order-state">{order.stateWord}</span>　
        <Light light={order.light} />
      </h2>
      {me.roles.some((held) => ['inspector', 'supervisor'].includes(held.role)) ? (
        <p className="noprint">
          <Button href={`/api/keeping/orders/${order.number}/evidence.zip`} data-testid="evidence">
            导出证据包
          </Button>
        </p>
      ) : null}
      <p>
        {order.sentence}
        {order.complexity ? `　难易：${complexities[order.complexity]}` : ''}　{order.flags.join('、')}
      </p>
      <ProblemEntry order={order} me={me} />
      <div className="order">
        <div>
          <Story order={order} />
          <Timeline order={order} />
        </div>
        <Side order={order} />
      </div>
    </>
  );
}
