import { shortTime } from '../../../part/light';
import type { Measure } from '../../../query/problem';

const doneWords = (measure: Measure) =>
  measure.doneAt
    ? `${shortTime(measure.doneAt)} 完成，${measure.inTime ? '在期限内' : '已过期限'}`
    : measure.overdue
      ? '已过期限，还没有完成'
      : '进行中';

function Line({ label, text }: { label: string; text: string | null }) {
  return text ? (
    <p className="story">
      {label}：{text}
    </p>
  ) : null;
}

/** What is done about it, the newest measure first. */
export function MeasureCard({ measures }: { measures: Measure[] }) {
  return (
    <section className="card">
      <h3>措施</h3>
      {measures.length === 0 ? <p className="muted">还没有定措施。</p> : null}
      {measures.map((measure) => (
        <div key={measure.round} style={{ marginBottom: 12 }}>
          <b>第 {measure.round} 次</b>　期限 {measure.due}
          {measure.firstDue === measure.due ? '　' : `（原定 ${measure.firstDue}）　`}
          <span className={measure.overdue || measure.inTime === false ? 'light red' : 'muted'}>
            {doneWords(measure)}
          </span>
          <p className="story">{measure.text}</p>
          <Line label="完成情况" text={measure.doneNote} />
          <Line label="区级意见" text={measure.judgement} />
        </div>
      ))}
    </section>
  );
}
