import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import {
  mayPractice,
  type PracticeCommand,
  practiceCommands,
  practiceStates,
  practiceTransitions,
} from '../../../shared/learning/practice';
import { toIso } from '../../../shared/sla/instant';
import { practice } from '../../db/schema';
import type { Context, Deps } from '../../order/context';
import { unitsSeen } from '../scope';
import type { PracticeRow } from './change-practice';
import type { PracticeQuery } from './contract';

/** The place after which a page begins: an instant in milliseconds and an id. */
function placeIn(cursor: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  if (!/^\d{1,15}$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return { at: new Date(Number(at)).toISOString(), id };
}

const commandsFor = (ctx: Context, row: PracticeRow): PracticeCommand[] =>
  (Object.keys(practiceCommands) as PracticeCommand[])
    .filter((command) => practiceTransitions[command][row.state])
    .filter((command) => !(command === 'show' && row.onHome) && !(command === 'hide' && !row.onHome))
    .filter((command) => mayPractice(command, row, ctx.actor, ctx.ref.tree));

/** What this person may see, the newest proposal first: everything shown, and proposals of the own units (spec 6). */
export async function listPractices(ctx: Context, { state, cursor, limit }: PracticeQuery) {
  const units = unitsSeen(ctx);
  const place = placeIn(cursor);
  const conditions: (SQL | undefined)[] = [
    units ? or(eq(practice.state, 'approved'), inArray(practice.unitId, units)) : undefined,
    state ? eq(practice.state, state) : undefined,
    place
      ? sql`(${practice.proposedAt}, ${practice.id}) < (${place.at}::timestamptz, ${place.id}::uuid)`
      : undefined,
  ];
  const rows = await ctx.db
    .select()
    .from(practice)
    .where(and(...conditions))
    .orderBy(desc(practice.proposedAt), desc(practice.id))
    .limit(limit);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      problem: row.problem,
      approach: row.approach,
      effect: row.effect,
      unit: ctx.ref.units.get(row.unitId)?.name ?? '',
      state: row.state,
      stateWord: practiceStates[row.state],
      onHome: row.onHome,
      version: row.version,
      proposedAt: toIso(row.proposedAt),
      reason: row.reason,
      commands: commandsFor(ctx, row),
    })),
    next: rows.length === limit && last ? `${last.proposedAt}_${last.id}` : null,
  };
}

/** Practices for the reporters' home page: approved, and chosen for it; the newest first. */
export async function publicPractices(deps: Deps, { cursor, limit }: { cursor?: string; limit: number }) {
  const place = placeIn(cursor);
  const units = (await deps.reference()).units;
  const rows = await deps.db
    .select()
    .from(practice)
    .where(
      and(
        eq(practice.onHome, true),
        eq(practice.state, 'approved'),
        place
          ? sql`(${practice.decidedAt}, ${practice.id}) < (${place.at}::timestamptz, ${place.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(practice.decidedAt), desc(practice.id))
    .limit(limit);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => ({
      title: row.title,
      problem: row.problem,
      approach: row.approach,
      effect: row.effect,
      unit: units.get(row.unitId)?.name ?? '',
    })),
    next: rows.length === limit && last?.decidedAt ? `${last.decidedAt}_${last.id}` : null,
  };
}
