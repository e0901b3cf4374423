import { desc, lte, max, sql } from 'drizzle-orm';
import { defaultRule } from '../../../shared/learning/assessment/default-rule';
import { formulaWords, type Indicator } from '../../../shared/learning/assessment/indicator';
import { hasRole } from '../../../shared/order/permission';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { dayOf, toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import type { Db, Tx } from '../../db/connect';
import { assessmentRule, assessmentSnapshot } from '../../db/schema';
import type { Context } from '../../order/context';
import { staffNames } from '../problem/present-problem';
import { staffId } from '../scope';
import type { NewRule } from './contract';
import { knownFigures } from './known-figures';

const shown = 100;
/** One writer of rules at a time, so that versions have no gap. */
const rulesLock = 733_015;

/** The rule in force for a year: the newest version that begins by then; version 0 is the product's own. */
export async function ruleOf(
  db: Db | Tx,
  year: number,
): Promise<{ version: number; indicators: Indicator[] }> {
  const [row] = await db
    .select()
    .from(assessmentRule)
    .where(lte(assessmentRule.fromYear, year))
    .orderBy(desc(assessmentRule.version))
    .limit(1);
  return row ?? { version: 0, indicators: defaultRule };
}

export const withWords = (indicators: Indicator[]) =>
  indicators.map((each) => ({ ...each, words: formulaWords(each.formula) }));

/** Every version there was: since which year, by whom, when and why. */
export async function listRules(ctx: Context) {
  const rows = await ctx.db.select().from(assessmentRule).orderBy(desc(assessmentRule.version)).limit(shown);
  const names = await staffNames(
    ctx.db,
    rows.map((row) => row.createdBy),
  );
  const first = {
    version: 0,
    fromYear: null,
    note: '系统初始规则',
    by: null,
    at: null,
    indicators: withWords(defaultRule),
  };
  const items = rows.map(({ version, fromYear, note, createdBy, createdAt, indicators }) => ({
    version,
    fromYear,
    note,
    by: names.get(createdBy) ?? '',
    at: toIso(createdAt),
    indicators: withWords(indicators),
  }));
  return { items: [...items, first], figures: knownFigures() };
}

/** A new version for a year that is not frozen; older versions stay (spec 7). Supervisor only. */
export async function saveRule(ctx: Context, input: NewRule): Promise<{ version: number }> {
  if (!hasRole(ctx.actor, 'supervisor')) throw new RuleBroken('assessment.forbidden', {}, 403);
  const known = new Set(knownFigures().map(({ id }) => id));
  const strange = input.indicators.findIndex(({ figure }) => !known.has(figure));
  if (strange >= 0) throw new RuleBroken('assessment.figure-unknown', { path: `indicators.${strange}` }, 422);
  const lastYear = Number(dayOf(ctx.now()).slice(0, 4)) - 1;
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${rulesLock})`);
    const [frozen] = await tx.select({ year: max(assessmentSnapshot.year) }).from(assessmentSnapshot);
    if (input.fromYear < lastYear || input.fromYear <= (frozen?.year ?? 0))
      throw new RuleBroken('assessment.year-over', { path: 'fromYear' }, 422);
    const [last] = await tx.select({ version: max(assessmentRule.version) }).from(assessmentRule);
    const version = (last?.version ?? 0) + 1;
    const { fromYear, note, indicators } = input;
    const created = { createdBy: staffId(ctx), createdAt: ctx.now() };
    await tx.insert(assessmentRule).values({ version, fromYear, note, indicators, ...created });
    await appendAudit(tx, ctx.actor, ctx.now(), 'assessment.rule-set', { version, fromYear, indicators });
    return { version };
  });
}
