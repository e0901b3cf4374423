import { staffRole, staff as staffTable } from '../../functions/db/schema';
import { seedId } from '../../functions/db/seed/units';
import type { TestWorld } from '../../functions/testing/database';
import { signIn } from '../../functions/testing/people';
import type { Role } from '../../shared/order/vocabulary';

/** The units of the tables: the lead, an office below it, another department, a hall, the district's own. */
export const unitIds = {
  labour: seedId('区人力资源社会保障局'),
  office: seedId('区人社局社保服务分中心'),
  medical: seedId('区医保局'),
  hall: seedId('城桥镇政务服务中心'),
  centre: seedId('区行政服务中心'),
  subcentre: seedId('区行政服务中心陈家镇分中心'),
  inspection: seedId('区纪委监委'),
} as const;
type Unit = keyof typeof unitIds;

export interface Person {
  title: string;
  cookie: string;
}

/** Every role, in the lead's own unit, in a unit below, in a foreign one, in the hall and in the district. */
const posts: [string, Role, Unit][] = [
  ['head of the department', 'unit-lead', 'labour'],
  ['clerk of the department', 'clerk', 'labour'],
  ['handler of the office below', 'handler', 'office'],
  ['handler of another department', 'handler', 'medical'],
  ['clerk of the hall', 'clerk', 'hall'],
  ['head of the hall', 'unit-lead', 'hall'],
  ['handler of the district centre', 'handler', 'centre'],
  ['dispatcher', 'dispatcher', 'centre'],
  ['supervisor', 'supervisor', 'centre'],
  ['inspector', 'inspector', 'inspection'],
  ['administrator', 'admin', 'centre'],
];

/** Who did the handling of the prepared orders, and people made for the tables, one post each; signed in. */
export async function makePeople(world: TestWorld): Promise<Person[]> {
  const { db } = world.deps;
  const [known] = await db.select().from(staffTable).limit(1);
  if (!known) throw new Error('The world has no people');
  const people: Person[] = [{ title: 'handler of the department', cookie: await signIn(world, 'renshe1') }];
  for (const [at, [title, role, unit]] of posts.entries()) {
    const username = `table-${at}`;
    const id = seedId(`staff:${username}`);
    await db
      .insert(staffTable)
      .values({ id, username, name: `示例人员${at}`, passwordHash: known.passwordHash });
    await db.insert(staffRole).values({ staffId: id, role, unitId: unitIds[unit], deputy: true });
    people.push({ title, cookie: await signIn(world, username) });
  }
  world.deps.forgetReference();
  return people;
}
