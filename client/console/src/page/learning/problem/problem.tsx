import { Alert, Spin } from 'antd';
import { Link, useParams } from 'react-router';
import { shortTime } from '../../../part/light';
import { isDistrict, ownUnits, type ProblemView, useProblem } from '../../../query/problem';
import type { Me } from '../../../query/staff';
import { EffectCard } from './effect-card';
import { EvidenceCard } from './evidence-card';
import { MeasureCard } from './measure-card';
import { ProblemSteps } from './problem-steps';
import { StateMark } from './state-mark';

function Facts({ item }: { item: ProblemView }) {
  const lines: [string, string][] = [
    ['责任单位', item.owner.name],
    ['责任人', item.responsible?.name ?? '未定'],
    ['原因', item.causeWord],
    ['事项', item.matters.map((each) => each.name).join('、') || '不限'],
    ['来源', item.sourceWord],
    ['列入', `${shortTime(item.openedAt)} ${item.openedBy}${item.openedByDistrict ? '（区级）' : ''}`],
  ];
  return (
    <section className="card">
      <h3>基本情况</h3>
      {lines.map(([label, text]) => (
        <p key={label}>
          <span className="muted">{label}：</span>
          {text}
        </p>
      ))}
    </section>
  );
}

/** One item of the problem list: what is wrong, what is done about it, and what became of it. */
export default function ProblemPage({ me }: { me: Me }) {
  const { id = '' } = useParams();
  const found = useProblem(id);
  if (found.isPending) return <Spin />;
  if (!found.data) return <Alert type="error" title={found.error?.message ?? '没有找到这个问题'} />;
  const item = found.data;
  const mine = isDistrict(me) || ownUnits(me).some((unit) => unit.id === item.owner.id);
  const mayPropose = mine && (item.state === 'done' || item.state === 'effective');
  return (
    <>
      <p className="noprint">
        <Link to="/problems">返回问题清单</Link>
      </p>
      <h2>
        {item.title}
        <span data-testid="problem-state" style={{ marginLeft: 16 }}>
          <StateMark state={item.state} />
        </span>
      </h2>
      {item.dropReason ? <p>撤销理由：{item.dropReason}</p> : null}
      <div className="order">
        <div>
          {item.detail ? (
            <section className="card">
              <h3>说明</h3>
              <p className="story">{item.detail}</p>
            </section>
          ) : null}
          <MeasureCard measures={item.measures} />
          <EffectCard effect={item.effect} district={item.openedByDistrict} />
          <EvidenceCard item={item} />
        </div>
        <aside aria-label="办理与经过">
          <section className="card noprint">
            <h3>可以做的</h3>
            <ProblemSteps item={item} me={me} />
            {mayPropose ? (
              <p>
                <Link to={`/practices/new?item=${item.id}`}>推荐为好做法</Link>
              </p>
            ) : null}
          </section>
          <Facts item={item} />
          <section className="card">
            <h3>经过</h3>
            {[...item.history].reverse().map((line) => (
              <p key={`${line.at}${line.what}`}>
                <span className="muted">{shortTime(line.at)}</span>　{line.what}
                <span className="muted">　{line.by}</span>
              </p>
            ))}
          </section>
        </aside>
      </div>
    </>
  );
}
