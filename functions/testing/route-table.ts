import type { Role } from '../../shared/order/vocabulary';
import { staffRole, staff as staffTable } from '../db/schema';
import { seedId } from '../db/seed/units';
import type { TestWorld } from './database';
import { type Caller, staff } from './people';

/** A letter of a table of routes: y may (so it stands for no status), n 403, o 404 (may not see), s 401 (sign in first). */
const meaning: Record<string, number> = { n: 403, o: 404, s: 401 };

/** Somebody with one role in one unit, made for the test under a name of its own. */
export async function probe(world: TestWorld, name: string, role: Role, unitId: string): Promise<Caller> {
  const username = `probe-${name}`;
  const id = seedId(`staff:${username}`);
  const [known] = await world.deps.db.select().from(staffTable).limit(1);
  const passwordHash = known?.passwordHash ?? '';
  await world.deps.db
    .insert(staffTable)
    .values({ id, username, name: '示例', passwordHash })
    .onConflictDoNothing();
  await world.deps.db.insert(staffRole).values({ staffId: id, role, unitId }).onConflictDoNothing();
  return staff(world, username);
}

interface Asked<Column> {
  method: string;
  path: string;
  body?: unknown;
  columns: readonly Column[];
  /** What each of the columns must meet, a letter for each. */
  letters: string;
  callerAs(column: Column): Promise<Caller>;
  /** What a y must not meet: nobody who may is refused. */
  refusals: readonly number[];
}

/** One route called by everybody in turn; the clock goes on in between, so that nobody is too quick for a limit. */
export async function expectLetters<Column extends string>(
  world: TestWorld,
  { method, path, body, columns, letters, callerAs, refusals }: Asked<Column>,
): Promise<void> {
  expect(letters).toHaveLength(columns.length);
  for (const [at, column] of columns.entries()) {
    const { status } = await (await callerAs(column)).call(method, path, body);
    const wanted = meaning[letters[at] ?? ''];
    if (wanted) expect({ column, status }).toEqual({ column, status: wanted });
    else expect({ column, refused: refusals.includes(status) }).toEqual({ column, refused: false });
    expect(status).toBeLessThan(500);
    world.now.at += 61_000;
  }
}

/** Every route that is served below a prefix, as `METHOD /path`, each once and in order. */
export const servedBelow = ({ app }: TestWorld, prefix: string): string[] =>
  [
    ...new Set(
      app.routes
        .filter(
          ({ path, method }) => path.startsWith(`${prefix}/`) && !path.includes('*') && method !== 'ALL',
        )
        .map(({ method, path }) => `${method} ${path.slice(prefix.length)}`),
    ),
  ].sort();
