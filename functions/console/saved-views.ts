import { and, asc, eq } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { savedView } from '../db/schema';
import type { Context } from '../order/context';

const mostKept = 30;
const staffId = (ctx: Context) => (ctx.actor.kind === 'staff' ? ctx.actor.id : '');

export async function listViews(ctx: Context) {
  return ctx.db
    .select({ id: savedView.id, name: savedView.name, query: savedView.query })
    .from(savedView)
    .where(eq(savedView.staffId, staffId(ctx)))
    .orderBy(asc(savedView.name))
    .limit(mostKept);
}

/** Filters are kept, words that were searched for are not: they may be a reporter's, and would outlast him (spec 8). */
function withoutWords(query: string): string {
  const kept = new URLSearchParams(query);
  kept.delete('q');
  return kept.toString();
}

/** Keeps a view under a name; the same name again replaces it. */
export async function saveView(ctx: Context, name: string, query: string): Promise<void> {
  const there = await listViews(ctx);
  if (there.length >= mostKept && !there.some((each) => each.name === name))
    throw new RuleBroken('view.too-many', { path: 'name' }, 409);
  const kept = withoutWords(query);
  await ctx.db
    .insert(savedView)
    .values({ id: ctx.newId(), staffId: staffId(ctx), name, query: kept, createdAt: ctx.now() })
    .onConflictDoUpdate({ target: [savedView.staffId, savedView.name], set: { query: kept } });
}

export async function dropView(ctx: Context, id: string): Promise<void> {
  await ctx.db.delete(savedView).where(and(eq(savedView.id, id), eq(savedView.staffId, staffId(ctx))));
}
