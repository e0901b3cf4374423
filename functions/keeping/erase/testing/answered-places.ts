import { unzip } from '../../../file/unzip';
import type { TestWorld } from '../../../testing/database';
import { signIn } from '../../../testing/people';
import type { Places } from './stored-places';

/** What a list asks for, tried one after the other until one is understood. */
const questions = (id: string, numbers: string[]) => {
  const days = 'from=2026-11-01&to=2026-12-31';
  return [
    '',
    `?${days}`,
    `?${days}&by=unit`,
    `?${days}&figure=received`,
    `?${days}&fromUnit=${id}&toUnit=none`,
    '?from=2026-11&to=2026-12',
    `?from=2026-11&to=2026-12&holder=${id}&role=unit&part=ended`,
    '?year=2026',
    '?month=2026-11',
    '?since=2026-11-01T00:00:00Z',
    '?q=%E7%A4%BE%E4%BF%9D',
    `?numbers=${numbers.join(',')}`,
  ];
};

/** Not for staff, or nothing of an order in it. */
const others = /openapi|\/(push|files|partner|staff|my|reporter)\/|scenes\/:scene|public\/terminal/;

function unpacked(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes;
  return Buffer.concat([...unzip(bytes)].flatMap(([name, file]) => [Buffer.from(name), file]));
}

/**
 * What every address that staff can read answers to these people: pages, lists, spreadsheets, documents and packs, the
 * zipped ones unpacked. `unread` names those that answered nobody.
 */
export async function answeredPlaces(
  world: TestWorld,
  people: string[],
  { numbers, ids }: { numbers: string[]; ids: string[] },
): Promise<{ places: Places; unread: string[] }> {
  const paths = world.app.routes
    .filter(({ path, method }) => method === 'GET' && path.startsWith('/api/') && !path.includes('*'))
    .map(({ path }) => path)
    .filter((path) => !others.test(path));
  const named = { ':month': '2026-11', ':name': 'order-columns' };
  const places: Places = new Map();
  const read = new Set<string>();
  /** Which question a path understands first. */
  const first = new Map<string, number>();
  for (const username of people) {
    const cookie = await signIn(world, username);
    const ask = async (address: string, path: string) => {
      const answer = await world.app.request(address, { headers: { cookie } });
      const bytes = unpacked(Buffer.from(await answer.arrayBuffer()));
      if (answer.status === 200) {
        places.set(`${username} ${address}`, bytes);
        read.add(path);
      }
      return answer.status;
    };
    for (const path of new Set(paths)) {
      const filled = Object.entries(named).reduce((text, [name, value]) => text.replace(name, value), path);
      const which = filled.includes(':id') ? ids : filled.includes(':number') ? numbers : [ids[0] ?? ''];
      for (const one of which)
        for (const [at, question] of questions(one, numbers).entries()) {
          if (at < (first.get(path) ?? 0)) continue;
          const address = filled.replace(/:(id|number)/, one);
          if ((await ask(`${address}${question}`, path)) === 400) continue;
          first.set(path, at);
          break;
        }
    }
  }
  return { places, unread: [...new Set(paths)].filter((path) => !read.has(path)) };
}
