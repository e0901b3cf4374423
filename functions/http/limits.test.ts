import { startWorld, type TestWorld } from '../testing/database';
import { reporter, signIn } from '../testing/people';
import { createApp } from './app';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
const gateway = (sourceIp: string) => ({ requestContext: { http: { sourceIp } } });
/** Two callers, and how a request of theirs comes in: what it says of its way, and who hands it to this server. */
const ways: [
  string,
  {
    proxies: number | null;
    callers: [string, string];
    way: (caller: string, forged: string) => string;
    peer: (caller: string) => object;
  },
][] = [
  [
    'straight to this server, whatever it claims',
    {
      proxies: null,
      callers: ['198.51.100.1', '198.51.100.2'],
      way: (_, forged) => forged,
      peer: socket,
    },
  ],
  [
    'through a proxy on this machine that is not named',
    {
      proxies: null,
      callers: ['198.51.100.3', '198.51.100.4'],
      way: (caller, forged) => `${forged}, ${caller}`,
      peer: () => socket('127.0.0.1'),
    },
  ],
  [
    'through two proxies of the house',
    {
      proxies: 2,
      callers: ['198.51.100.5', '198.51.100.6'],
      way: (caller, forged) => `${forged}, ${caller}, 10.0.0.1`,
      peer: () => socket('10.0.0.2'),
    },
  ],
  [
    'through the gateway of the cloud',
    {
      proxies: null,
      callers: ['198.51.100.7', '198.51.100.8'],
      way: (caller, forged) => `${forged}, ${caller}`,
      peer: gateway,
    },
  ],
];

it.each(ways)(
  'counts wrong codes against the very caller who comes %s, and nobody else',
  async (_, { proxies, callers: [first, other], way, peer }) => {
    const app = createApp({ ...world.deps, proxies }, { requestsPerMinute: 1_000_000 });
    const lookUp = async (caller: string, at: number) => {
      const answer = await app.request(
        '/api/lookups',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': way(caller, `203.0.113.${at}`) },
          body: JSON.stringify({ number: `CM202611180001${at}`, queryCode: 'AAAAAA' }),
        },
        peer(caller),
      );
      return answer.status;
    };
    for (let at = 10; at < 30; at += 1) expect(await lookUp(first, at)).toBe(422);
    expect(await lookUp(first, 30)).toBe(429);
    expect(await lookUp(other, 31)).toBe(422);
  },
);

it('bounds each reporter and each member of staff, while others behind the same address go on', async () => {
  const bearer = async (phone: string) => ({
    authorization: `Bearer ${(await reporter(world, phone)).token}`,
  });
  const people: [string, Record<string, string>][] = [
    ['/api/my/orders', await bearer('13800000001')],
    ['/api/my/orders', await bearer('13800000002')],
    ['/api/desk/summary', { cookie: await signIn(world, 'paidan') }],
    ['/api/desk/summary', { cookie: await signIn(world, 'duban') }],
  ];
  const app = createApp(world.deps, { requestsPerMinute: 3 });
  const from = socket('198.51.100.9');
  for (const [path, headers] of people) {
    const asked: number[] = [];
    for (let time = 0; time < 4; time += 1) asked.push((await app.request(path, { headers }, from)).status);
    expect(asked).toEqual([200, 200, 200, 429]);
  }
});

it('bounds an address from which nobody has signed in, and no other', async () => {
  const app = createApp(world.deps, { requestsPerMinute: 1 });
  const ask = async (address: string) => (await app.request('/api/health', {}, socket(address))).status;
  expect(await ask('198.51.100.10')).toBe(200);
  expect(await ask('198.51.100.10')).toBe(429);
  expect(await ask('198.51.100.11')).toBe(200);
});
