import {
  canonicalJson,
  checkInclusion,
  dailyRoot,
  eventHash,
  type HashedEvent,
  inclusionProof,
  noEventBefore,
} from './hash';

const event: HashedEvent = {
  chain: 'order:CM20261123000177',
  seq: 3,
  at: '2026-11-23T01:02:03.004Z',
  kind: 'order.accepted',
  actor: 'staff:7',
  actorUnitId: 'unit-1',
  orderId: 'order-1',
  internal: false,
  data: { before: { state: 'assigned', units: ['a', 'b'] }, after: { state: 'handling', units: ['a', 'b'] } },
  sealed: 'v1.aes-256-gcm.order.AAAA',
};

describe('the hash of an event', () => {
  const hash = eventHash(noEventBefore, event);

  it.each<[string, Partial<HashedEvent>]>([
    ['chain', { chain: 'order:CM20261123000185' }],
    ['seq', { seq: 4 }],
    ['at, by a millisecond', { at: '2026-11-23T01:02:03.005Z' }],
    ['kind', { kind: 'order.closed' }],
    ['actor', { actor: 'staff:8' }],
    [
      'data, deep inside',
      { data: { ...(event.data as object), after: { state: 'handling', units: ['b', 'a'] } } },
    ],
    ['sealed', { sealed: 'v1.aes-256-gcm.order.AAAB' }],
    ['sealed, taken away', { sealed: null }],
  ])('changes with %s', (_, change) => {
    expect(eventHash(noEventBefore, { ...event, ...change })).not.toBe(hash);
  });

  it('changes with the event before', () => {
    expect(eventHash('1'.repeat(64), event)).not.toBe(hash);
  });

  it('cannot be kept by moving characters between fields', () => {
    expect(eventHash('p', { ...event, kind: 'a","b', actor: 'c' })).not.toBe(
      eventHash('p', { ...event, kind: 'a', actor: 'b","c' }),
    );
  });

  it('does not depend on the order of keys, nor on the zone the instant is written in', () => {
    const data = {
      after: { units: ['a', 'b'], state: 'handling' },
      before: { units: ['a', 'b'], state: 'assigned' },
    };
    expect(eventHash(noEventBefore, { ...event, data, at: '2026-11-23T09:02:03.004+08:00' })).toBe(hash);
  });

  it('is hex of SHA-256 and stays the same from version to version', () => {
    expect(hash).toBe('bbc6bd49bfebe96c84ef39b60602c6afb8062418392612532335ce2be334e711');
    expect(eventHash(noEventBefore, event, 'sm3')).toMatch(/^sm3:[0-9a-f]{64}$/);
  });
});

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: { d: null, c: [true, 'x'] } }, '{"a":{"c":[true,"x"],"d":null},"b":1}'],
    [{ é: 1, z: 2, Z: 3, '\u4e2d': '“引号”"\n' }, '{"Z":3,"z":2,"é":1,"中":"“引号”\\"\\n"}'],
    [{ gone: undefined, kept: [undefined, 1e21, -0, 0.1] }, '{"kept":[null,1e+21,0,0.1]}'],
    [{ at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  ])('case %#', (value, text) => expect(canonicalJson(value)).toBe(text));

  it.each([[Number.NaN], [10n], [undefined], [{ a: () => 1 }]])(
    'refuses what JSON cannot hold (%#)',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe('the daily root', () => {
  const hashes = (count: number) =>
    Array.from({ length: count }, (_, at) => eventHash('p', { ...event, seq: at }));

  it.each([1, 2, 3, 4, 5, 7, 8, 9, 33])('proves each of %i events, and no other', (size) => {
    const all = hashes(size);
    const root = dailyRoot(all);
    all.forEach((hash, index) => {
      const shown = { hash, index, size, proof: inclusionProof(all, index), root };
      expect(checkInclusion(shown)).toBe(true);
      expect(checkInclusion({ ...shown, hash: 'f'.repeat(64) })).toBe(false);
      expect(checkInclusion({ ...shown, index: index + 1 })).toBe(false);
      expect(checkInclusion({ ...shown, proof: [...shown.proof, root] })).toBe(false);
      expect(checkInclusion({ ...shown, proof: shown.proof.slice(1), size: size + 1 })).toBe(false);
    });
  });

  it.each(['sha256', 'sm3'] as const)('tells a lost, added or exchanged event, by %s', (algorithm) => {
    const all = hashes(6);
    const [first, second, ...rest] = all as [string, string, ...string[]];
    const root = dailyRoot(all, algorithm);
    const altered = [
      all.slice(0, -1),
      [...all, first],
      [second, first, ...rest],
      [...all, all[5] as string],
      [],
    ];
    for (const list of altered) expect(dailyRoot(list, algorithm)).not.toBe(root);
    const proof = inclusionProof(all, 4, algorithm);
    expect(checkInclusion({ hash: all[4] as string, index: 4, size: 6, proof, root })).toBe(true);
  });

  it('does not let an inner node pass as an event', () => {
    const [a, b] = hashes(2) as [string, string];
    expect(dailyRoot([dailyRoot([a]), dailyRoot([b])])).not.toBe(dailyRoot([a, b]));
    expect(dailyRoot([`${dailyRoot([a])}|${dailyRoot([b])}`])).not.toBe(dailyRoot([a, b]));
  });

  it('has a value for a day without events, and no proof outside the list', () => {
    expect(dailyRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(() => inclusionProof(hashes(2), 2)).toThrow(RangeError);
  });
});
