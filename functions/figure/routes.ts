import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { text } from '../../shared/order/contract/field';
import { cursor, limit, withQuery } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import type { Context } from '../order/context';
import { FigureQuery } from './filter';
import { type Group, groupKinds, isTime } from './group';
import { groupNames } from './group-names';
import { listFigureOrders } from './list-figure-orders';
import { measure, type Wanted } from './measure';
import { figureViewRoutes } from './view/routes';

/** Which figures are wanted, by id, with commas between; all where it is left out. */
const figures = text(1, 800).optional();
const Summary = FigureQuery.extend({ figures });
const Groups = FigureQuery.extend({ by: z.enum(groupKinds), figures });
const Orders = FigureQuery.extend({
  figure: text(1, 60),
  part: z.enum(['counts', 'of', 'missed']).default('counts'),
  cursor,
  limit,
});
/** No rank below this many (spec 7). */
const leastForRank = 10;

/** Handling times are among what is wanted under the name `handling`; what is received always is. */
function wantedOf(ids: string | undefined): Wanted {
  if (ids === undefined) return {};
  const figures = ['received', ...ids.split(',')];
  return { figures, handling: figures.includes('handling') };
}

const mostGroups = 500;
/** What those are called that have none. */
const nameless: Partial<Record<Group, string>> = {
  unit: '还没有派单',
  matter: '没有选事项',
  cause: '还没有定原因',
  complexity: '还没有定难易',
};

/** Groups with their names, the largest first, or in the order of time. */
async function listGroups(ctx: Context, query: FigureQuery, by: Group, wanted: Wanted) {
  const found = await measure(ctx, query, by, wanted);
  const keys = [...found.keys()].filter((key) => key !== null);
  const names = await groupNames(ctx, by, keys);
  const items = [...found].map(([key, measured]) => {
    const n = measured.figures.find(({ id }) => id === 'received')?.count ?? 0;
    const name = key === null ? (nameless[by] ?? '没有填') : (names.get(key) ?? key);
    return { key, name, n, ranked: n >= leastForRank, ...measured };
  });
  items.sort((a, b) => (isTime(by) ? String(a.key).localeCompare(String(b.key)) : b.n - a.n));
  const n = items.reduce((sum, each) => sum + each.n, 0);
  const groups = items.filter((each) => each.n > 0).length;
  return { n, groups, items: isTime(by) ? items : items.slice(0, mostGroups) };
}

/** Figures of spec 7: whole, by group, and down to their orders. */
export function figureRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/summary', Summary, '统计'), async (c) => {
    const { figures: ids, ...query } = c.req.valid('query');
    const found = await measure(staffOf(c), query, null, wantedOf(ids));
    return c.json(found.get('') ?? {});
  });
  app.openapi(withQuery('/groups', Groups, '分组统计'), async (c) => {
    const { by, figures: ids, ...query } = c.req.valid('query');
    const ctx = staffOf(c);
    return c.json(await listGroups(ctx, query, by, wantedOf(ids)));
  });
  app.openapi(withQuery('/orders', Orders, '统计数字背后的工单'), async (c) => {
    const { figure, part, cursor: after, limit: size, ...query } = c.req.valid('query');
    return c.json(await listFigureOrders(staffOf(c), query, { figure, part, cursor: after, limit: size }));
  });
  app.route('/', figureViewRoutes());
  return app;
}
