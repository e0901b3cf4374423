import { randomBytes } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { scene } from '../../db/schema';
import type { Context } from '../../order/context';
import { requireKeeper } from '../require-keeper';

const halls = ['centre', 'subcentre', 'district_centre'];
/** A unit where people walk in. */
export const isHall = (unit: { active: boolean; kind: string } | undefined): boolean =>
  unit?.active === true && halls.includes(unit.kind);

/** The codes of all halls and windows, with the address each one's picture holds; retired ones as well. */
export async function listScenes(ctx: Context) {
  requireKeeper(ctx, 'admin', 'supervisor');
  const rows = await ctx.db.select().from(scene).orderBy(asc(scene.hallUnitId), asc(scene.scene)).limit(1000);
  return rows.map((row) => ({
    scene: row.scene,
    hall: ctx.ref.units.get(row.hallUnitId)?.name ?? '',
    window: row.window,
    url: `${ctx.publicUrl}/report?scene=${row.scene}`,
    createdAt: row.createdAt === null ? null : toIso(row.createdAt),
    retiredAt: row.retiredAt === null ? null : toIso(row.retiredAt),
  }));
}

/** A new code for a hall's window (spec 4, `hall-qr`); recorded. */
export async function addScene(ctx: Context, hallUnitId: string, window: string): Promise<string> {
  requireKeeper(ctx, 'admin', 'supervisor');
  if (!isHall(ctx.ref.units.get(hallUnitId)))
    throw new RuleBroken('unit.not-found', { path: 'hallUnitId' }, 422);
  const code = randomBytes(9).toString('base64url');
  await ctx.db.transaction(async (tx) => {
    await tx.insert(scene).values({ scene: code, hallUnitId, window, createdAt: ctx.now() });
    await appendAudit(tx, ctx.actor, ctx.now(), 'scene.added', { scene: code, hallUnitId, window });
  });
  return code;
}

/** From now on the code fills in nothing; recorded. */
export async function retireScene(ctx: Context, code: string): Promise<void> {
  requireKeeper(ctx, 'admin', 'supervisor');
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(scene)
      .set({ retiredAt: ctx.now() })
      .where(and(eq(scene.scene, code), isNull(scene.retiredAt)))
      .returning({ scene: scene.scene });
    if (!row) throw new RuleBroken('address.unknown', {}, 404);
    await appendAudit(tx, ctx.actor, ctx.now(), 'scene.retired', { scene: code });
  });
}
