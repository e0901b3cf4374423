import { mostPressing } from '../../../../../shared/order/pressing';
import { type Light as LightName, lightShapes } from '../../../../../shared/sla/light';
import type { Pressing, Viewed } from '../../query/desk';
import { PressingRow } from './pressing-row';
import { useArrivals } from './use-arrivals';

interface Group {
  id: string;
  title: string;
  light?: LightName;
  has: (card: Pressing) => boolean;
}
const ofLight = (light: LightName, title: string): Group => ({
  id: light,
  title,
  light,
  has: (card) => !card.duty.watched && (card.light ?? 'green') === light,
});
const groups: Group[] = [
  ofLight('red', '已超期，请马上办'),
  ofLight('yellow', '24 小时内到期'),
  ofLight('green', '时间充足'),
  { id: 'watched', title: '请留意，由别人办', has: (card) => card.duty.watched },
];

/** What presses most over all duties, the worst light first; new work is marked and read out. */
export function PressingList({ items, viewed }: { items: Pressing[]; viewed: Viewed }) {
  const arrived = useArrivals(items.map((each) => each.number));
  if (items.length === 0)
    return (
      <section className="card rest">
        <b>都办完了</b>
        <p className="muted">有新的工单会自动出现在这里，不用刷新。</p>
      </section>
    );
  return (
    <>
      <p aria-live="polite" className="arrivals" data-testid="arrivals">
        {arrived.size > 0 ? `刚到 ${arrived.size} 件，已标“新”。` : ''}
      </p>
      {groups.map(({ id, light, title, has }) => {
        const rows = items.filter(has);
        if (rows.length === 0) return null;
        return (
          <section key={id} className="card pressing" aria-label={title}>
            <h3>
              <span className={light ? `light ${light}` : ''}>
                {light ? <span aria-hidden="true">{lightShapes[light]} </span> : null}
                {title}
              </span>{' '}
              <span className="muted">{rows.length} 件</span>
            </h3>
            <ul>
              {rows.map((each) => (
                <PressingRow
                  key={each.number}
                  card={each}
                  others={viewed[each.number] ?? []}
                  isNew={arrived.has(each.number)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {items.length >= mostPressing ? (
        <p className="muted">这里是最急的 {items.length} 件，全部的在上面各项职责里。</p>
      ) : null}
    </>
  );
}
