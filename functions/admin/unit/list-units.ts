import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { unitKinds } from '../../../shared/order/vocabulary';
import { staff, staffRole, unit, unitContact } from '../../db/schema';
import type { Context } from '../../order/context';

const masked = (to: string) => (to.length > 8 ? `${to.slice(0, 3)}****${to.slice(-4)}` : '****');

/** All units with the number of their people and how their staff are reached. */
export async function listUnits(ctx: Context) {
  const [rows, people, contacts] = await Promise.all([
    ctx.db.select().from(unit).orderBy(asc(unit.kind), asc(unit.name)).limit(2000),
    ctx.db
      .select({ unitId: staffRole.unitId, count: sql<number>`count(distinct ${staffRole.staffId})` })
      .from(staffRole)
      .innerJoin(staff, and(eq(staff.id, staffRole.staffId), eq(staff.active, true)))
      .groupBy(staffRole.unitId),
    ctx.db.select().from(unitContact).limit(5000),
  ]);
  const counts = new Map(people.map((each) => [each.unitId, Number(each.count)]));
  return rows.map((row) => ({
    ...row,
    kindWord: unitKinds[row.kind],
    people: counts.get(row.id) ?? 0,
    contacts: contacts
      .filter((each) => each.unitId === row.id)
      .map(({ id, provider, sealed }) => ({
        id,
        provider,
        to: masked(ctx.vault.unsealMaster(sealed, `unit-contact:${id}`)),
      })),
  }));
}

/**
 * Units that could be given work but have nobody for it today: no handler at hand, or no head. An absent person counts
 * only through a deputy (spec 6).
 */
export async function listGaps(ctx: Context) {
  const rows = await ctx.db
    .select({ unitId: staffRole.unitId, role: staffRole.role, absentUntil: staff.absentUntil })
    .from(staffRole)
    .innerJoin(staff, and(eq(staff.id, staffRole.staffId), eq(staff.active, true)))
    .where(inArray(staffRole.role, ['handler', 'unit-lead']));
  const here = new Set(
    rows
      .filter(({ absentUntil }) => absentUntil === null || absentUntil < ctx.now())
      .map(({ unitId, role }) => `${unitId} ${role}`),
  );
  const missing = [
    { role: 'handler', word: '没有在岗的处置专员' },
    { role: 'unit-lead', word: '没有在岗的单位负责人' },
  ];
  return [...ctx.ref.units.values()]
    .filter((each) => each.active && ['department', 'centre', 'subcentre'].includes(each.kind))
    .flatMap((each) =>
      missing
        .filter(({ role }) => !here.has(`${each.id} ${role}`))
        .map(({ role, word }) => ({ unit: { id: each.id, name: each.name }, role, word })),
    )
    .slice(0, 500);
}
