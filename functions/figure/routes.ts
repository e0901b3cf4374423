import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { text } from '../../shared/order/contract/field';
import { cursor, limit, withQuery } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { FigureQuery } from './filter';
import { groupNames } from './group-names';
import { listFigureOrders } from './list-figure-orders';
import { measure } from './measure';

const groupKinds = [
  'channel',
  'unit',
  'matter',
  'town',
  'stage',
  'cause',
  'complexity',
  'kind',
  'day',
  'week',
  'month',
  'year',
] as const;
const Groups = FigureQuery.extend({ by: z.enum(groupKinds) });
const Orders = FigureQuery.extend({
  figure: text(1, 60),
  part: z.enum(['counts', 'of', 'missed']).default('counts'),
  cursor,
  limit,
});
/** No rank below this many (spec 7). */
const leastForRank = 10;

/** Figures of spec 7: whole, by group, and down to their orders. */
export function figureRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/summary', FigureQuery, '统计'), async (c) => {
    const found = await measure(staffOf(c), c.req.valid('query'));
    return c.json(found.get('') ?? {});
  });
  app.openapi(withQuery('/groups', Groups, '分组统计'), async (c) => {
    const ctx = staffOf(c);
    const { by, ...query } = c.req.valid('query');
    const found = await measure(ctx, query, by);
    const names = await groupNames(
      ctx,
      by,
      [...found.keys()].filter((key) => key !== null),
    );
    const items = [...found].map(([key, measured]) => {
      const n = measured.figures.find(({ id }) => id === 'received')?.count ?? 0;
      return {
        key,
        name: key === null ? '未填' : (names.get(key) ?? key),
        n,
        ranked: n >= leastForRank,
        ...measured,
      };
    });
    items.sort((a, b) =>
      ['day', 'week', 'month', 'year'].includes(by) ? String(a.key).localeCompare(String(b.key)) : b.n - a.n,
    );
    return c.json({ items: items.slice(0, 500) });
  });
  app.openapi(withQuery('/orders', Orders, '统计数字背后的工单'), async (c) => {
    const { figure, part, cursor: after, limit: size, ...query } = c.req.valid('query');
    return c.json(await listFigureOrders(staffOf(c), query, { figure, part, cursor: after, limit: size }));
  });
  return app;
}
