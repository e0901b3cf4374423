import { inArray } from 'drizzle-orm';
import { towns } from '../../shared/catalogue/towns';
import { causes, channels, complexities, stages } from '../../shared/order/vocabulary';
import { matter } from '../db/schema';
import type { Context } from '../order/context';
import type { Group } from './group';

const wordsOf: Partial<Record<Group, Record<string, string>>> = {
  channel: channels,
  cause: causes,
  complexity: complexities,
  stage: stages,
  kind: { person: '个人', enterprise: '企业' },
  town: Object.fromEntries(towns.map(({ code, name }) => [code, name])),
};

/** What the keys of a group are called; a day, week, month or year is called by its first day. */
export async function groupNames(ctx: Context, group: Group, keys: string[]): Promise<Map<string, string>> {
  if (group === 'unit') return new Map(keys.map((key) => [key, ctx.ref.units.get(key)?.name ?? '']));
  if (group === 'matter' && keys.length > 0) {
    const rows = await ctx.db.select().from(matter).where(inArray(matter.id, keys));
    return new Map(rows.map((row) => [row.id, row.name]));
  }
  return new Map(keys.map((key) => [key, wordsOf[group]?.[key] ?? key]));
}
