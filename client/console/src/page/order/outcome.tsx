import type { OrderView } from '../../../../../shared/order/view';
import { causes, results, type Satisfaction, satisfactions } from '../../../../../shared/order/vocabulary';
import { shortTime } from '../../part/light';
import './outcome.css';

function Reply({ reply }: { reply: NonNullable<OrderView['reply']> }) {
  const rows: [string, string | null][] = [
    ['查明情况', reply.found],
    ['办理结果', reply.done],
    ['依据规定', reply.rule],
    ['法律或文件依据', reply.basis],
    ['后续安排', reply.next],
    ['原因', reply.cause ? causes[reply.cause] : null],
  ];
  return (
    <>
      <p className="muted">
        {reply.unit?.name ?? ''}　{shortTime(reply.at)}　{results[reply.result]}
      </p>
      <dl className="reply">
        {rows
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="story">{text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** The reply of the last resolution beside what the reporter thinks of it. */
export function Outcome({ order: { reply, evaluation } }: { order: OrderView }) {
  if (!reply && !evaluation) return null;
  return (
    <section className="card" aria-label="答复与评价">
      <h3>答复与评价</h3>
      {reply ? <Reply reply={reply} /> : null}
      {evaluation ? (
        <p className={evaluation.solved && evaluation.satisfaction >= 3 ? 'judged' : 'judged bad'}>
          <b>
            反映人评价：{evaluation.solved ? '已解决' : '未解决'}，
            {satisfactions[evaluation.satisfaction as Satisfaction]}
          </b>
          {evaluation.comment ? <span className="story">{evaluation.comment}</span> : null}
          <span className="muted">{shortTime(evaluation.at)}</span>
        </p>
      ) : null}
    </section>
  );
}
