import { Link } from 'react-router';
import { lightShapes } from '../../../../../shared/sla/light';
import { shortTime } from '../../part/light';
import { OthersHere } from '../../part/others-here';
import type { Pressing } from '../../query/desk';
import { commandForms } from '../../word/command-form';

/** The next step: a command's form on the order's page, or the page where bulletins are written. */
function stepOf({ number, next, duty }: Pressing): { title: string; to: string } | null {
  if (duty.id === 'bulletin' && !duty.watched) return { title: '去通报', to: '/bulletins' };
  const title = next ? commandForms[next]?.title : undefined;
  return title ? { title, to: `/orders/${number}?do=${next}` } : null;
}

/** One order: by when, for which duty, what about; its next step is one click away. */
export function PressingRow({ card, others, isNew }: { card: Pressing; others: string[]; isNew: boolean }) {
  const step = stepOf(card);
  const about = [card.number, card.holder?.name, `${card.age}前提交`, ...card.flags].filter(Boolean);
  return (
    <li data-testid={`pressing-${card.number}`}>
      <Link to={`/orders/${card.number}`} className="entry">
        <span className="by">
          <b className={card.light ? `light ${card.light}` : ''}>
            {card.light ? <span aria-hidden="true">{lightShapes[card.light]} </span> : null}
            {card.countdown ?? '没有期限'}
          </b>
          <span className="muted">{card.dueAt ? `${shortTime(card.dueAt)} 到期` : ''}</span>
        </span>
        <span className="what">
          <span className="first">
            <span className="duty">{card.duty.title}</span>
            {isNew ? <span className="fresh">新</span> : null}
            <b>{card.matter ?? '事项不清楚'}</b>
          </span>
          <span className="muted words">{card.excerpt}</span>
          <span className="muted about">{about.join('　')}</span>
          <OthersHere names={others} />
        </span>
      </Link>
      {step ? (
        <Link
          to={step.to}
          className="step"
          data-testid={`step-${card.number}`}
          aria-label={`${step.title}，${card.number}`}
        >
          {step.title}
        </Link>
      ) : null}
    </li>
  );
}
