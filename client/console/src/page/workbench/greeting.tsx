import type { QueueCount } from '../../query/desk';
import type { Me } from '../../query/staff';

const hourHere = () =>
  Number(
    new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: 'numeric', hourCycle: 'h23' })
      .format(new Date())
      .replace(/\D/g, ''),
  );
const today = () =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date());

function hello(hour: number): string {
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

/** How the day stands, in one sentence. */
function standing(queues: QueueCount[]): string {
  const own = queues.filter((queue) => !queue.watched);
  const sum = (key: 'count' | 'red' | 'yellow') => own.reduce((all, queue) => all + queue[key], 0);
  const more = own.some((queue) => queue.more) ? '以上' : '';
  if (own.length === 0) return '';
  if (sum('count') === 0) return '手上的事都办完了。';
  const late = [
    sum('red') > 0 ? `${sum('red')} 件已超期` : '',
    sum('yellow') > 0 ? `${sum('yellow')} 件 24 小时内到期` : '',
  ].filter(Boolean);
  if (sum('red') === sum('count')) return `要办 ${sum('count')} 件${more}，都已超期。`;
  return `要办 ${sum('count')} 件${more}${late.length > 0 ? `，其中 ${late.join('，')}` : '，都在时限内'}。`;
}

/** The head of the workbench: who, which day, how it stands. */
export function Greeting({ me, queues }: { me: Me; queues: QueueCount[] }) {
  return (
    <div className="greeting">
      <h2>
        {hello(hourHere())}，{me.staff.name}
      </h2>
      <p className="muted">
        {today()}　<span data-testid="standing">{standing(queues)}</span>
      </p>
    </div>
  );
}
