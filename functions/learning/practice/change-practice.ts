import { eq } from 'drizzle-orm';
import { mayPractice, nextPracticeState, type PracticeCommand } from '../../../shared/learning/practice';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { appendAudit } from '../../audit/append-event';
import type { Tx } from '../../db/connect';
import { practice } from '../../db/schema';
import type { Context } from '../../order/context';
import { refusePersonal } from '../refuse-personal';
import { seesUnit, staffId } from '../scope';
import type { Revise } from './contract';
import { knownPeople } from './known-people';

export type PracticeRow = typeof practice.$inferSelect;

/** What is shown is everybody's to see; a proposal only its unit's and the district's. */
export const seesPractice = (ctx: Context, row: PracticeRow): boolean =>
  row.state === 'approved' || seesUnit(ctx, row.unitId);

async function lock(tx: Tx, ctx: Context, id: string, version: number, command: PracticeCommand) {
  const [row] = await tx.select().from(practice).where(eq(practice.id, id)).for('update');
  if (!row || !seesPractice(ctx, row)) throw new RuleBroken('practice.not-found', {}, 404);
  if (!mayPractice(command, row, ctx.actor, ctx.ref.tree))
    throw new RuleBroken('practice.forbidden', {}, 403);
  if (row.version !== version) throw new RuleBroken('practice.version-conflict');
  return { row, state: nextPracticeState(row.state, command) };
}

const wordsIn = ({ title, problem, approach, effect }: Omit<Revise, 'version'>) => ({
  title,
  problem,
  approach,
  effect,
});

/** Writes a proposal anew; a returned one waits for the supervisor again. */
export async function revisePractice(ctx: Context, id: string, input: Revise): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, state } = await lock(tx, ctx, id, input.version, 'revise');
    refusePersonal(wordsIn(input), await knownPeople(tx, ctx, row));
    const by = { proposedBy: staffId(ctx), proposedAt: ctx.now() };
    await tx
      .update(practice)
      .set({ ...wordsIn(input), ...by, state, version: row.version + 1 })
      .where(eq(practice.id, id));
    await appendAudit(tx, ctx.actor, ctx.now(), 'practice.revised', { practiceId: id });
  });
}

const kinds: Record<Exclude<PracticeCommand, 'revise'>, string> = {
  approve: 'practice.approved',
  return: 'practice.returned',
  show: 'practice.shown',
  hide: 'practice.hidden',
  withdraw: 'practice.withdrawn',
};

/** Approves (never what one proposed oneself), returns, shows on the home page, hides or withdraws a practice. */
export async function decidePractice(
  ctx: Context,
  id: string,
  command: Exclude<PracticeCommand, 'revise'>,
  { version, reason }: { version: number; reason?: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, state } = await lock(tx, ctx, id, version, command);
    if (command === 'approve') {
      if (row.proposedBy === staffId(ctx)) throw new RuleBroken('practice.second-person', {}, 403);
      refusePersonal(wordsIn(row), await knownPeople(tx, ctx, row));
    }
    refusePersonal({ reason });
    const onHome = command === 'show' || (row.onHome && command !== 'hide' && command !== 'withdraw');
    const decided = command === 'approve' || command === 'return' || command === 'withdraw';
    const by = decided ? { decidedBy: staffId(ctx), decidedAt: ctx.now(), reason: reason ?? null } : {};
    await tx
      .update(practice)
      .set({ ...by, state, onHome, version: row.version + 1 })
      .where(eq(practice.id, id));
    await appendAudit(tx, ctx.actor, ctx.now(), kinds[command], { practiceId: id });
  });
}
