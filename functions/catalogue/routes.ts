import { OpenAPIHono } from '@hono/zod-openapi';
import { desc, eq } from 'drizzle-orm';
import * as z from 'zod';
import { towns } from '../../shared/catalogue/towns';
import { text } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { matchMatter } from '../../shared/text/match-matter';
import { matter, scene } from '../db/schema';
import { cursor, withQuery } from '../http/define';
import { type AppEnv, invalidInput } from '../http/problem';
import { noteTerminal, requireTerminal } from '../identity/terminal';
import { publicPractices } from '../learning/practice/list-practices';
import type { Deps } from '../order/context';

type MatterRow = typeof matter.$inferSelect;
let kept: { at: number; rows: MatterRow[] } | null = null;

/** The whole catalogue in memory for a minute: it is small, and a search looks at all of it. */
async function allMatters(deps: Deps): Promise<MatterRow[]> {
  if (!kept || deps.now() - kept.at > 60_000 || kept.at > deps.now()) {
    const rows = await deps.db
      .select()
      .from(matter)
      .where(eq(matter.active, true))
      .orderBy(desc(matter.uses), matter.code);
    kept = { at: deps.now(), rows };
  }
  return kept.rows;
}

/** After a change of the catalogue the next search reads it anew. */
export function forgetMatters(): void {
  kept = null;
}

const Search = z.strictObject({
  q: text(0, 60).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
const Practices = z.strictObject({
  cursor,
  limit: z.coerce.number().int().min(1).max(20).default(10),
});
/** How many good practices the home page tells of. */
const practicesAtHome = 3;
const halls = ['centre', 'subcentre', 'district_centre'];

/** What anyone may read: the home page's facts, the catalogue, halls and towns, QR scenes, which hosts may frame the pages. */
export function catalogueRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  const hallsOf = async (deps: Deps) =>
    [...(await deps.reference()).units.values()]
      .filter((unit) => unit.active && halls.includes(unit.kind))
      .map(({ id, name, kind, address, phone, hours, town }) => ({
        id,
        name,
        kind,
        address,
        phone,
        hours,
        town,
      }));
  app.get('/home', async (c) => {
    const deps = c.get('deps');
    const { items } = await publicPractices(deps, { limit: practicesAtHome });
    return c.json({
      title: '崇明区“办不成事”反映窗口',
      accepted: [
        '线上或线下提交申请，没有被受理、没有通过、一直没有办完',
        '到政务服务中心办事，没有办成或问题没有解决',
        '办事过程中遇到的其他问题',
      ],
      notAccepted: ['法律法规或文件明确禁止、限制的事项', '诉讼、信访、民间纠纷，我们会告诉您该去哪里'],
      centres: await hallsOf(deps),
      goodPractices: items.map(({ title, approach, effect }) => ({ title, text: `${approach}\n${effect}` })),
      demonstration: !deps.production,
    });
  });
  app.get('/hosts', (c) => c.json({ origins: c.get('deps').frameAncestors }));
  app.get('/places', async (c) => c.json({ halls: await hallsOf(c.get('deps')), towns }));
  app.openapi(withQuery('/practices', Practices, '好做法'), async (c) =>
    c.json(await publicPractices(c.get('deps'), c.req.valid('query'))),
  );
  app.openapi(withQuery('/matters', Search, '查找事项'), async (c) => {
    const { q, limit } = c.req.valid('query');
    const rows = await allMatters(c.get('deps'));
    const scored = q
      ? rows
          .map((row) => ({ row, score: matchMatter(q, row) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score)
          .map(({ row }) => row)
      : rows;
    const items = scored.slice(0, limit).map(({ id, code, name, department, pinyin, initials }) => ({
      id,
      code,
      name,
      department,
      pinyin,
      initials,
    }));
    return c.json({ items });
  });
  app.get('/scenes/:scene', async (c) => {
    const deps = c.get('deps');
    const [row] = await deps.db
      .select()
      .from(scene)
      .where(
        eq(
          scene.scene,
          c.req
            .param('scene')
            .replace(/[^\w-]/g, '')
            .slice(0, 32),
        ),
      );
    if (!row || row.retiredAt !== null) throw new RuleBroken('scene.not-found', {}, 404);
    const hall = (await deps.reference()).units.get(row.hallUnitId);
    return c.json({
      scene: row.scene,
      hallUnitId: row.hallUnitId,
      hallName: hall?.name ?? '',
      window: row.window,
      channel: 'hall-qr',
    });
  });
  app.get('/terminal', async (c) => {
    const deps = c.get('deps');
    const { id, hallUnitId } = await requireTerminal(deps.db, c.req.header('x-device-key'));
    await noteTerminal(deps.db, id, deps.now());
    const hall = (await deps.reference()).units.get(hallUnitId);
    return c.json({ hallUnitId, hallName: hall?.name ?? '' });
  });
  return app;
}
