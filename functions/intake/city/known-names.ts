import { and, eq, inArray, or } from 'drizzle-orm';
import { towns } from '../../../shared/catalogue/towns';
import type { CityCells, KnownNames } from '../../../shared/intake/city-row';
import { matter } from '../../db/schema';
import type { Context } from '../../order/context';

const halls = ['centre', 'subcentre', 'district_centre'];

/** What the matters and places named in these rows are here; a name that several matters bear decides nothing. */
export async function knownNames(ctx: Context, rows: CityCells[]): Promise<KnownNames> {
  const words = [...new Set(rows.map((cells) => cells.matter?.trim() ?? '').filter(Boolean))];
  const found =
    words.length > 0
      ? await ctx.db
          .select({ id: matter.id, code: matter.code, name: matter.name })
          .from(matter)
          .where(and(eq(matter.active, true), or(inArray(matter.name, words), inArray(matter.code, words))))
      : [];
  const units = [...ctx.ref.units.values()].filter((unit) => unit.active && halls.includes(unit.kind));
  return {
    now: ctx.now(),
    matterId(name) {
      const [only, ...more] = found.filter((each) => each.name === name || each.code === name);
      return only && more.length === 0 ? only.id : null;
    },
    place(name) {
      const hall = units.find((unit) => unit.name === name);
      if (hall) return { placeUnitId: hall.id };
      const town = towns.find((each) => each.name === name);
      return town ? { town: town.code } : null;
    },
  };
}
