import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { holds } from '../../desk/queues';
import { cursor, limit, withBody, withQuery } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { changeRules, tryRules } from './change-rules';
import { RuleEdit } from './contract';
import { listMatterRules, listPlaceRules } from './list-rules';

const shown = 200;
const List = z.strictObject({
  q: z.string().trim().min(1).max(60).optional(),
  unit: z.uuid().optional(),
  cursor,
  limit,
});

/** Routing rules: what is in force when, a dry run over past orders, and the change itself (spec 2, Routing). */
export function ruleRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/', List, '派单规则'), async (c) => {
    const ctx = staffOf(c);
    if (!holds(ctx, 'supervisor', 'admin', 'inspector', 'dispatcher'))
      throw new RuleBroken('order.forbidden', {}, 403);
    const page = await listMatterRules(ctx, c.req.valid('query'));
    return c.json({ ...page, places: await listPlaceRules(ctx) });
  });
  app.openapi(withBody('post', '/dry-run', RuleEdit, '按新规则重派过去的工单会怎样'), async (c) => {
    const ctx = staffOf(c);
    const { rows, numberOf, ...counts } = await tryRules(ctx, c.req.valid('json'));
    const say = (decision: (typeof rows)[number]['before']) =>
      decision.decided ? (ctx.ref.units.get(decision.unitId)?.name ?? '') : decision.why;
    const items = rows
      .filter((row) => row.changed)
      .slice(0, shown)
      .map((row) => ({
        number: numberOf(row.orderId),
        before: say(row.before),
        after: say(row.after),
        agreesWithFinal: row.agreesWithFinal,
      }));
    return c.json({ ...counts, items });
  });
  app.openapi(withBody('post', '/', RuleEdit, '改派单规则'), async (c) => {
    await changeRules(staffOf(c), c.req.valid('json'));
    return c.json({ saved: true });
  });
  return app;
}
