import { dayOf } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';
import type { FigureQuery } from '../filter';
import { matterHeat } from '../view/heat';
import type { PlainOrder } from './plainly';

/** That the stuck points are as many as these orders, counted one by one. */
export async function expectHeat(ctx: Context, orders: PlainOrder[], asked: FigureQuery): Promise<void> {
  const cells = new Map<string, number>();
  for (const { events, matterId, stage } of orders) {
    const day = dayOf(events[0]?.at ?? 0);
    if (matterId === null || day < asked.from || day > asked.to) continue;
    cells.set(`${matterId} ${stage}`, (cells.get(`${matterId} ${stage}`) ?? 0) + 1);
  }
  const { items } = await matterHeat(ctx, asked);
  const found = items.flatMap((item) =>
    Object.entries(item.cells).map(([stage, n]) => [`${item.matter} ${stage}`, n] as const),
  );
  expect(new Map(found)).toEqual(cells);
  expect(items.reduce((sum, { n }) => sum + n, 0)).toBe(found.reduce((sum, [, n]) => sum + n, 0));
}
