import { and, eq, sql } from 'drizzle-orm';
import { staffChoice } from '../db/schema';
import type { Context } from '../order/context';

const staffId = (ctx: Context) => (ctx.actor.kind === 'staff' ? ctx.actor.id : '');

/** What this person chose under a name; null where nothing was chosen. */
export async function findChoice(ctx: Context, name: string): Promise<unknown> {
  const [row] = await ctx.db
    .select({ value: staffChoice.value })
    .from(staffChoice)
    .where(and(eq(staffChoice.staffId, staffId(ctx)), eq(staffChoice.name, name)));
  return row?.value ?? null;
}

/** Keeps a choice; the one before is forgotten. */
export async function keepChoice(ctx: Context, name: string, value: unknown): Promise<void> {
  await ctx.db
    .insert(staffChoice)
    .values({ staffId: staffId(ctx), name, value })
    .onConflictDoUpdate({
      target: [staffChoice.staffId, staffChoice.name],
      set: { value: sql`excluded.value` },
    });
}
