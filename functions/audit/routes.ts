import { OpenAPIHono } from '@hono/zod-openapi';
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import * as z from 'zod';
import { timelineTitle } from '../../shared/notice/timeline';
import { RuleBroken } from '../../shared/order/rule-broken';
import { toIso } from '../../shared/sla/instant';
import { dailyRoot, event, staff } from '../db/schema';
import { holds } from '../desk/queues';
import { limit, numberParam, withBody, withQuery } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import type { Context } from '../order/context';
import { visibleOrder } from '../order/visible-order';
import { verifyChains } from './verify-chains';

const Verify = z.strictObject({ number: numberParam.optional() });
const Access = z.strictObject({ cursor: z.coerce.number().int().optional(), limit });
const accessKinds = [
  'personal.revealed',
  'staff.signed-in',
  'ledger.exported',
  'evidence.exported',
  'staff.saved',
  'staff.password-reset',
  'unit.saved',
  'reporter.exported',
  'reporter.erased',
  'rules.changed',
  'bulletin.published',
];

function requireAuditor(ctx: Context): void {
  if (!holds(ctx, 'inspector', 'supervisor')) throw new RuleBroken('order.forbidden', {}, 403);
}

/** The evidence, for inspector and supervisor: chains, verification, who looked at what, daily roots (spec 8). */
export function auditRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withBody('post', '/verify', Verify, '核验证据链'), async (c) => {
    const ctx = staffOf(c);
    requireAuditor(ctx);
    return c.json(await verifyChains(ctx.db, c.req.valid('json').number));
  });
  app.get('/orders/:number/events', async (c) => {
    const ctx = staffOf(c);
    requireAuditor(ctx);
    const { row } = await visibleOrder(ctx, c.req.param('number'));
    const lines = await ctx.db
      .select()
      .from(event)
      .where(eq(event.chain, `order:${row.id}`))
      .orderBy(asc(event.seq));
    const unit = (id: unknown) => ctx.ref.units.get(String(id))?.name ?? '有关单位';
    return c.json({
      number: row.number,
      length: row.eventCount,
      lastHash: row.lastEventHash,
      items: lines.map((each) => ({
        seq: each.seq,
        at: toIso(each.at),
        kind: each.kind,
        title: timelineTitle({ kind: each.kind, data: each.data, unit }),
        actor: each.actor,
        unit: each.actorUnitId ? unit(each.actorUnitId) : null,
        prevHash: each.prevHash,
        hash: each.hash,
      })),
    });
  });
  app.openapi(withQuery('/access', Access, '谁看过个人信息'), async (c) => {
    const ctx = staffOf(c);
    requireAuditor(ctx);
    const { cursor: before, limit: size } = c.req.valid('query');
    const rows = await ctx.db
      .select()
      .from(event)
      .where(and(inArray(event.kind, accessKinds), before ? lt(event.id, before) : undefined))
      .orderBy(desc(event.id))
      .limit(size);
    const people = rows
      .map((row) => row.actor.replace(/^staff:/, ''))
      .filter((id) => z.uuid().safeParse(id).success);
    const names =
      people.length > 0
        ? await ctx.db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, people))
        : [];
    const nameOf = (actor: string) => names.find((each) => `staff:${each.id}` === actor)?.name ?? '系统';
    return c.json({
      items: rows.map((row) => ({
        id: row.id,
        at: toIso(row.at),
        kind: row.kind,
        by: nameOf(row.actor),
        unit: ctx.ref.units.get(row.actorUnitId ?? '')?.name ?? null,
        chain: row.chain,
      })),
      next: rows.length === size ? String(rows.at(-1)?.id) : null,
    });
  });
  app.get('/roots', async (c) => {
    const ctx = staffOf(c);
    requireAuditor(ctx);
    const rows = await ctx.db.select().from(dailyRoot).orderBy(desc(dailyRoot.day)).limit(400);
    return c.json({ items: rows.map(({ day, root, events }) => ({ day, root, events })) });
  });
  return app;
}
