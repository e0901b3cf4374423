import { and, arrayOverlaps, desc, sql } from 'drizzle-orm';
import { toIso } from '../../shared/sla/instant';
import { bulletin } from '../db/schema';
import type { Context } from '../order/context';
import { holds, ownUnits } from './queues';

/** Bulletins, the newest first, by a key-set cursor: to the supervisor and to inspection all, to a unit those that name it (spec 6). */
export async function listBulletins(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const mine = ownUnits(ctx);
  const all = holds(ctx, 'supervisor', 'inspector');
  if (!all && mine.length === 0) return { items: [], next: null };
  const [at = '', id = ''] = cursor?.split(' ') ?? [];
  const after = new Date(Number(at) || 0).toISOString();
  const rows = await ctx.db
    .select()
    .from(bulletin)
    .where(
      and(
        all ? undefined : arrayOverlaps(bulletin.unitIds, mine),
        cursor ? sql`(${bulletin.at}, ${bulletin.id}::text) < (${after}::timestamptz, ${id})` : undefined,
      ),
    )
    .orderBy(desc(bulletin.at), sql`${bulletin.id}::text desc`)
    .limit(limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      text: row.text,
      at: toIso(row.at),
      units: row.unitIds.map((each) => ctx.ref.units.get(each)?.name ?? ''),
    })),
    next: last ? `${last.at} ${last.id}` : null,
  };
}
