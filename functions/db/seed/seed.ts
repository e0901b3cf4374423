import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import type { Role } from '../../../shared/order/vocabulary';
import type { HolidayYear } from '../../../shared/sla/calendar';
import { fromIso } from '../../../shared/sla/instant';
import { terminalKeyHash } from '../../identity/terminal';
import type { Db } from '../connect';
import {
  holidayYear,
  kioskDevice,
  matter,
  matterOwner,
  placeRule,
  scene,
  staff,
  staffRole,
  unit,
} from '../schema';
import { readMatters } from './matters';
import { centre, inspection, office, seedId, units } from './units';

/** One password for every demonstration account; printed at start, never loaded in production. */
export const demoPassword = 'demo-2026';
/** The key of the demonstration's terminal; never loaded in production. */
export const demoTerminalKey = 'demo-terminal';

interface Person {
  username: string;
  name: string;
  posts: { role: Role; unitId: string; deputy?: boolean }[];
}

const named = (name: string) => seedId(name);
/** The accounts a newcomer is told of: one per role. */
export const demoPeople: Person[] = [
  {
    username: 'chuangkou',
    name: '示例专员',
    posts: [{ role: 'clerk', unitId: named('城桥镇政务服务中心') }],
  },
  {
    username: 'fuzeren',
    name: '示例负责人',
    posts: [{ role: 'unit-lead', unitId: named('城桥镇政务服务中心') }],
  },
  {
    username: 'renshe1',
    name: '示例处置员甲',
    posts: [{ role: 'handler', unitId: named('区人力资源社会保障局') }],
  },
  {
    username: 'renshe2',
    name: '示例处置员乙',
    posts: [{ role: 'handler', unitId: named('区人力资源社会保障局'), deputy: true }],
  },
  {
    username: 'renshe-lingdao',
    name: '示例局负责人',
    posts: [{ role: 'unit-lead', unitId: named('区人力资源社会保障局') }],
  },
  { username: 'yibao1', name: '示例处置员丙', posts: [{ role: 'handler', unitId: named('区医保局') }] },
  { username: 'paidan', name: '示例派单员', posts: [{ role: 'dispatcher', unitId: centre.id }] },
  { username: 'duban', name: '示例督办员', posts: [{ role: 'supervisor', unitId: office.id }] },
  { username: 'jiancha', name: '示例监察员', posts: [{ role: 'inspector', unitId: inspection.id }] },
  { username: 'guanli', name: '示例管理员', posts: [{ role: 'admin', unitId: office.id }] },
];

/** Every unit has a handler, a deputy and a head; every hall a clerk as well (spec 2, Holders). */
function everyonesPosts(): Person[] {
  const taken = new Set(
    demoPeople.flatMap((person) =>
      person.posts.filter((post) => post.deputy !== true).map((post) => `${post.role}:${post.unitId}`),
    ),
  );
  const deputies = new Set(
    demoPeople.flatMap((person) => person.posts.filter((post) => post.deputy).map((post) => post.unitId)),
  );
  const working = units.filter((each) => !['inspection', 'district_office'].includes(each.kind));
  return working.flatMap((each, at) => {
    const person = (role: Role, suffix: string, deputy = false): Person => ({
      username: `danwei${at + 1}-${suffix}`,
      name: `示例${each.name.slice(0, 8)}${suffix}`,
      posts: [{ role, unitId: each.id, deputy }],
    });
    const hall = each.kind !== 'department';
    return [
      ...(taken.has(`handler:${each.id}`) ? [] : [person('handler', '1')]),
      ...(deputies.has(each.id) ? [] : [person('handler', '2', true)]),
      ...(taken.has(`unit-lead:${each.id}`) ? [] : [person('unit-lead', '3')]),
      ...(hall && !taken.has(`clerk:${each.id}`) ? [person('clerk', '4')] : []),
    ];
  });
}

async function seedPeople(db: Db): Promise<void> {
  const passwordHash = await hash(demoPassword);
  const people = [...demoPeople, ...everyonesPosts()];
  const rows = people.map(({ username, name }) => ({
    id: seedId(`staff:${username}`),
    username,
    name,
    passwordHash,
  }));
  await db.insert(staff).values(rows).onConflictDoNothing();
  const posts = people.flatMap(({ username, posts: held }) =>
    held.map(({ role, unitId, deputy }) => ({
      staffId: seedId(`staff:${username}`),
      role,
      unitId,
      deputy: deputy ?? false,
    })),
  );
  await db.insert(staffRole).values(posts).onConflictDoNothing();
}

async function seedCatalogue(db: Db, dataFolder: string): Promise<void> {
  const matters = readMatters(dataFolder);
  const validFrom = '2020-01-01';
  for (let at = 0; at < matters.length; at += 500) {
    const page = matters.slice(at, at + 500);
    await db.insert(matter).values(page).onConflictDoNothing();
    const owners = page.map((each) => ({
      id: seedId(`owner:${each.code}`),
      matterId: each.id,
      unitId: seedId(each.department),
      placeKey: null,
      validFrom,
    }));
    await db.insert(matterOwner).values(owners).onConflictDoNothing();
  }
  const halls = units.filter((each) => ['centre', 'subcentre', 'district_centre'].includes(each.kind));
  const places = halls.flatMap((each) =>
    [each.id, ...(each.town ? [each.town] : [])].map((placeKey) => ({
      id: seedId(`place:${placeKey}`),
      placeKey,
      unitId: each.id,
      validFrom,
    })),
  );
  await db.insert(placeRule).values(places).onConflictDoNothing();
  await db
    .insert(scene)
    .values(
      halls.map((each, at) => ({
        scene: `demo-${at + 1}`,
        hallUnitId: each.id,
        window: '“办不成事”反映窗口',
      })),
    )
    .onConflictDoNothing();
  await db
    .insert(kioskDevice)
    .values({
      id: seedId('terminal'),
      name: '示例终端',
      hallUnitId: named('城桥镇政务服务中心'),
      keyHash: terminalKeyHash(demoTerminalKey),
      createdAt: fromIso(`${validFrom}T00:00:00+08:00`),
    })
    .onConflictDoNothing();
}

/** The State Council's notices in the folder: real data, loaded in production as well. */
export async function loadHolidays(db: Db, dataFolder: string, now: number): Promise<void> {
  const folder = join(dataFolder, 'holidays');
  const years = readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as HolidayYear);
  await db
    .insert(holidayYear)
    .values(years.map(({ year, papers, days }) => ({ year, notice: { year, papers, days }, loadedAt: now })))
    .onConflictDoNothing();
}

/** A district to try the product in; every row plainly demonstration data. A second run adds nothing. */
export async function seedDemonstration(db: Db, dataFolder: string): Promise<void> {
  await db
    .insert(unit)
    .values(units.map((each) => ({ ...each, demonstration: true })))
    .onConflictDoNothing();
  await seedPeople(db);
  await seedCatalogue(db, dataFolder);
}
