import { and, asc, eq, gt, ilike, or, sql } from 'drizzle-orm';
import { towns } from '../../../shared/catalogue/towns';
import { matter, matterOwner, placeRule } from '../../db/schema';
import type { Context } from '../../order/context';

const placeName = (ctx: Context, key: string | null) =>
  key === null
    ? null
    : (ctx.ref.units.get(key)?.name ?? towns.find((each) => each.code === key)?.name ?? key);

export interface RuleFilter {
  q?: string | undefined;
  unit?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Which unit does which matter, by name of the matter; every period, past ones too. */
export async function listMatterRules(ctx: Context, { q, unit, cursor, limit }: RuleFilter) {
  const [code = '', id = ''] = cursor?.split(' ') ?? [];
  const words = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await ctx.db
    .select({ rule: matterOwner, name: matter.name, code: matter.code })
    .from(matterOwner)
    .innerJoin(matter, eq(matter.id, matterOwner.matterId))
    .where(
      and(
        unit ? eq(matterOwner.unitId, unit) : undefined,
        words ? or(ilike(matter.name, words), ilike(matter.initials, words)) : undefined,
        cursor
          ? or(gt(matter.code, code), and(eq(matter.code, code), sql`${matterOwner.id}::text > ${id}`))
          : undefined,
      ),
    )
    .orderBy(asc(matter.code), asc(sql`${matterOwner.id}::text`))
    .limit(limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ rule, name, code }) => ({
      ...rule,
      matter: name,
      code,
      unit: ctx.ref.units.get(rule.unitId)?.name ?? '',
      place: placeName(ctx, rule.placeKey),
    })),
    next: rows.length === limit && last ? `${last.code} ${last.rule.id}` : null,
  };
}

/** Which unit answers for which place: as many as there are halls and towns. */
export async function listPlaceRules(ctx: Context) {
  const rows = await ctx.db
    .select()
    .from(placeRule)
    .orderBy(asc(placeRule.placeKey), asc(placeRule.validFrom))
    .limit(1000);
  return rows.map((rule) => ({
    ...rule,
    unit: ctx.ref.units.get(rule.unitId)?.name ?? '',
    place: placeName(ctx, rule.placeKey),
  }));
}
