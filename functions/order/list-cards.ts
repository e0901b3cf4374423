import { inArray } from 'drizzle-orm';
import { sightOf } from '../../shared/order/permission';
import type { OrderCard } from '../../shared/order/view';
import { matter } from '../db/schema';
import type { Context } from './context';
import { factsOfAll } from './order-row';
import type { Listed } from './order-stages';
import { presentCard } from './present-card';
import { primariesOf } from './primaries-of';

async function namesOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const columns = { id: matter.id, name: matter.name };
  const names = await ctx.db.select(columns).from(matter).where(inArray(matter.id, ids));
  return new Map(names.map((each) => [each.id, each.name]));
}

/** The lines of a list, in the order given, each as far as this principal may see it (spec 6). */
export async function listCards(ctx: Context, page: Listed[]): Promise<OrderCard[]> {
  const rows = page.map(({ row }) => row);
  const facts = await factsOfAll(ctx.db, rows);
  const primaries = await primariesOf(ctx, facts);
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => row.matterId ?? []),
  );
  return page.flatMap(({ row, wait }, at) => {
    const known = facts[at];
    if (!known) return [];
    const sight = sightOf(known, ctx.actor, ctx.ref.tree);
    const primary = primaries.get(known.primaryId ?? '') ?? null;
    const matter = names.get(row.matterId ?? '') ?? null;
    return [presentCard(ctx, row, known, { matter, sight, wait, primary })];
  });
}
