import { asc, eq, isNotNull } from 'drizzle-orm';
import { matter, matterOwner, staffRole } from '../../functions/db/schema';
import type { Context } from '../../functions/order/context';
import { towns } from '../../shared/catalogue/towns';
import type { Channel, Stage } from '../../shared/order/vocabulary';
import { cast } from './cast';
import type { Random } from './random';

interface Office {
  id: string;
  hall: boolean;
  handler: string;
  deputy: string;
  matters: { id: string; name: string }[];
}
const shares: [Channel, number][] = [
  ['wechat', 0.34],
  ['window', 0.16],
  ['suishenban', 0.13],
  ['h5', 0.1],
  ['alipay', 0.07],
  ['phone', 0.06],
  ['hall-qr', 0.05],
  ['kiosk', 0.03],
  ['enterprise-cloud', 0.03],
  ['enterprise-web', 0.02],
  ['city-portal', 0.01],
];
const stages: Stage[] = ['not-accepted', 'not-approved', 'not-finished', 'other', 'not-solved-at-centre'];

/** Who could have an order, and what about: units with their people and matters, as the catalogue names them. */
export async function readDistrict(ctx: Context) {
  const owned = await ctx.db
    .select({ unitId: matterOwner.unitId, id: matter.id, name: matter.name, uses: matter.uses })
    .from(matterOwner)
    .innerJoin(matter, eq(matter.id, matterOwner.matterId))
    .where(isNotNull(matterOwner.unitId))
    .orderBy(asc(matter.code));
  const posts = await ctx.db
    .select()
    .from(staffRole)
    .where(eq(staffRole.role, 'handler'))
    .orderBy(asc(staffRole.staffId));
  const offices: Office[] = [...ctx.ref.units.values()]
    .filter((unit) => ['department', 'centre'].includes(unit.kind))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((unit) => {
      const people = posts
        .filter((post) => post.unitId === unit.id)
        .sort((a, b) => Number(a.deputy) - Number(b.deputy));
      const matters = owned.filter((each) => each.unitId === unit.id).sort((a, b) => b.uses - a.uses);
      const [first, second] = people.map((post) => post.staffId);
      return {
        id: unit.id,
        hall: unit.kind === 'centre',
        handler: first ?? '',
        deputy: second ?? first ?? '',
        matters,
      };
    });
  const departments = offices.filter((each) => !each.hall && each.matters.length > 0);
  const halls = offices.filter((each) => each.hall);
  const everyMatter = departments.flatMap((each) => each.matters.slice(0, 20));
  const labour = departments.find((each) => each.id === cast.lead);
  if (!labour) throw new Error('The demonstration district is not seeded.');

  const hundred = shares.flatMap(([channel, share]) =>
    Array.from({ length: Math.round(share * 100) }, () => channel),
  );
  /** One order's place: labour has an eighth of all, halls a seventh, the others ever fewer. */
  const choose = (random: Random, delegated: boolean) => {
    const hall = !delegated && random.chance(0.14);
    const lead =
      delegated || (!hall && random.chance(0.11))
        ? labour
        : hall
          ? random.pick(halls)
          : random.skewed(departments, 2);
    const others = departments.filter((each) => each !== lead);
    const other = random.pick(others);
    const wrong = random.pick(others.filter((each) => each !== other));
    const channel = hall ? random.pick(['window', 'hall-qr', 'kiosk'] as const) : random.pick(hundred);
    return {
      lead,
      other,
      wrong,
      hallId: hall
        ? lead.id
        : ['window', 'kiosk', 'hall-qr'].includes(channel)
          ? random.pick(halls).id
          : null,
      matter: random.skewed(hall ? everyMatter : lead.matters, 3),
      channel,
      stage: hall ? ('not-solved-at-centre' as const) : random.skewed(stages, 1.5),
      town: random.chance(0.9) ? random.skewed(towns, 1.4) : null,
      reporterKind:
        channel.startsWith('enterprise') || random.chance(0.08)
          ? ('enterprise' as const)
          : ('person' as const),
    };
  };
  return { choose };
}
export type District = Awaited<ReturnType<typeof readDistrict>>;
