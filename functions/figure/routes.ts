import { OpenAPIHono } from '@hono/zod-openapi';
import { inArray } from 'drizzle-orm';
import * as z from 'zod';
import { towns } from '../../shared/catalogue/towns';
import { text } from '../../shared/order/contract/field';
import { causes, channels, complexities, stages } from '../../shared/order/vocabulary';
import { matter } from '../db/schema';
import { cursor, limit, withQuery } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import type { Context } from '../order/context';
import { FigureQuery } from './filter';
import { listFigureOrders } from './list-figure-orders';
import { type Group, measure } from './measure';

const groupNames = [
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
const Groups = FigureQuery.extend({ by: z.enum(groupNames) });
const Orders = FigureQuery.extend({
  figure: text(1, 60),
  part: z.enum(['counts', 'of', 'missed']).default('counts'),
  cursor,
  limit,
});
/** No rank below this many (spec 7). */
const leastForRank = 10;

const wordsOf: Partial<Record<Group, Record<string, string>>> = {
  channel: channels,
  cause: causes,
  complexity: complexities,
  stage: stages,
  kind: { person: '个人', enterprise: '企业' },
  town: Object.fromEntries(towns.map(({ code, name }) => [code, name])),
};

async function namesFor(ctx: Context, group: Group, keys: string[]): Promise<Map<string, string>> {
  if (group === 'unit') return new Map(keys.map((key) => [key, ctx.ref.units.get(key)?.name ?? '']));
  if (group === 'matter' && keys.length > 0) {
    const rows = await ctx.db.select().from(matter).where(inArray(matter.id, keys));
    return new Map(rows.map((row) => [row.id, row.name]));
  }
  return new Map(keys.map((key) => [key, wordsOf[group]?.[key] ?? key]));
}

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
    const names = await namesFor(
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
