import { and, asc, gte, isNull, lte, or } from 'drizzle-orm';
import type { KeptMatter, Owner, SheetNames } from '../../../shared/catalogue/matter-sheet';
import { towns } from '../../../shared/catalogue/towns';
import { dayOf } from '../../../shared/sla/instant';
import type { Db, Tx } from '../../db/connect';
import { matter, matterOwner, unitAlias } from '../../db/schema';
import type { Context } from '../../order/context';

const halls = ['centre', 'subcentre', 'district_centre'];

/** The whole catalogue with who answers for what today. */
export async function keptMatters(db: Db | Tx, now: number): Promise<KeptMatter[]> {
  const today = dayOf(now);
  const rows = await db
    .select({ id: matter.id, code: matter.code, name: matter.name, active: matter.active })
    .from(matter)
    .orderBy(asc(matter.code));
  const rules = await db
    .select()
    .from(matterOwner)
    .where(
      and(
        lte(matterOwner.validFrom, today),
        or(isNull(matterOwner.validTo), gte(matterOwner.validTo, today)),
      ),
    );
  const owners = new Map<string, Owner[]>();
  for (const { matterId, unitId, placeKey } of rules) {
    const list = owners.get(matterId) ?? [];
    list.push({ unitId, placeKey });
    owners.set(matterId, list);
  }
  return rows.map((row) => ({ ...row, owners: owners.get(row.id) ?? [] }));
}

/** Units by name or by another name that was taught, halls and towns by name. */
export async function sheetNames(db: Db | Tx, ctx: Context): Promise<SheetNames> {
  const aliases = await db.select().from(unitAlias);
  const active = [...ctx.ref.units.values()].filter((unit) => unit.active);
  const units = new Map([
    ...aliases.map(({ alias, unitId }): [string, string] => [alias, unitId]),
    ...active.map(({ name, id }): [string, string] => [name, id]),
  ]);
  const usable = new Set(active.map(({ id }) => id));
  const places = new Map([
    ...active.filter(({ kind }) => halls.includes(kind)).map(({ name, id }): [string, string] => [name, id]),
    ...towns.map(({ name, code }): [string, string] => [name, code]),
  ]);
  return {
    unitId(words) {
      const id = units.get(words);
      return id && usable.has(id) ? id : null;
    },
    placeKey: (words) => places.get(words) ?? null,
  };
}

/** A hall's or town's name, for people to read. */
export const placeName = (ctx: Context, key: string | null): string =>
  key === null
    ? '全区'
    : (ctx.ref.units.get(key)?.name ?? towns.find((each) => each.code === key)?.name ?? key);
