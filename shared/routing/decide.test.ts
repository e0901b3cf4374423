import { decideRoute, type MatterOwner, type PlaceRule, type RouteInput, type RouteRules } from './decide';
import { indexRules } from './index-rules';

const at = Date.UTC(2026, 10, 23, 4);
const anOrder = (over: Partial<RouteInput> = {}): RouteInput => ({
  appealed: false,
  returnedCount: 0,
  hallUnitId: null,
  hallKnown: false,
  stage: 'not-accepted',
  placeUnitId: null,
  placeTown: null,
  matterId: null,
  at,
  ...over,
});
const owner = (matterId: string, unitId: string, over: Partial<MatterOwner> = {}): MatterOwner => ({
  matterId,
  unitId,
  placeKey: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...over,
});
const place = (placeKey: string, unitId: string, over: Partial<PlaceRule> = {}): PlaceRule => ({
  placeKey,
  unitId,
  validFrom: '2026-01-01',
  validTo: null,
  ...over,
});

const owners = [
  owner('card', 'social'),
  owner('twice', 'social'),
  owner('twice', 'market'),
  owner('local', 'town-a-centre', { placeKey: 'town-a' }),
  owner('local', 'town-b-centre', { placeKey: 'town-b' }),
  owner('mixed', 'social'),
  owner('mixed', 'town-a-centre', { placeKey: 'town-a' }),
  owner('one-place', 'town-a-centre', { placeKey: 'town-a' }),
  owner('moved', 'old', { validTo: '2026-11-23' }),
  owner('moved', 'new', { validFrom: '2026-11-24' }),
  owner('gone', 'social', { validTo: '2026-11-22' }),
  owner('idle', 'closed-unit'),
  owner('hall-matter', 'hall-c', { placeKey: 'hall-c' }),
  owner('hall-matter', 'town-a-centre', { placeKey: 'town-a' }),
];
const places = [
  place('town-a', 'town-a-centre'),
  place('town-b', 'town-b-centre', { validTo: '2026-11-22' }),
  place('town-c', 'one'),
  place('town-c', 'two'),
  place('town-d', 'closed-unit'),
  place('hall-d', 'town-a-centre'),
  place('hall-e', 'old', { validTo: '2026-11-22' }),
];
const isUsable = (unitId: string) => unitId !== 'closed-unit';
const rules: RouteRules = { owners, places, isUsable };

const route = (over: Partial<RouteInput>) => {
  const decision = decideRoute(anOrder(over), rules);
  return decision.decided ? `${decision.rule} ${decision.unitId}` : 'person';
};

const everything = { hallKnown: true, hallUnitId: 'hall', placeUnitId: 'hall', matterId: 'card' };
const notSolved = { stage: 'not-solved-at-centre' } as const;

describe('decideRoute', () => {
  it.each<[string, Partial<RouteInput>, string]>([
    ['an appeal, whatever is known', { ...everything, appealed: true }, 'person'],
    ['an order returned once', { ...everything, returnedCount: 1 }, 'person'],
    ['an order returned twice', { ...everything, returnedCount: 2 }, 'person'],
    ['a known hall where it was not solved', { ...everything, ...notSolved, placeUnitId: null }, '2 hall'],
    ['a known hall that is the place chosen', everything, '2 hall'],
    ['a known hall, another place and stage', { ...everything, placeUnitId: 'hall-x' }, '3 social'],
    ['a hall merely typed in', { ...everything, ...notSolved, hallKnown: false }, '3 social'],
    ['no hall although known', { ...notSolved, hallKnown: true, matterId: 'card' }, '3 social'],
    [
      'an unusable hall: the matter speaks',
      { ...everything, ...notSolved, hallUnitId: 'closed-unit' },
      '3 social',
    ],
    ['a matter with one owner', { matterId: 'card' }, '3 social'],
    ['a matter with one owner at any place', { matterId: 'card', placeTown: 'town-a' }, '3 social'],
    ['a matter with two owners', { matterId: 'twice' }, 'person'],
    ['a matter with two owners and a foreign place', { matterId: 'twice', placeTown: 'town-a' }, 'person'],
    [
      'a matter of several places, place known',
      { matterId: 'local', placeTown: 'town-b' },
      '3 town-b-centre',
    ],
    ['a matter of several places, no place', { matterId: 'local' }, 'person'],
    ['a matter of several places, another place', { matterId: 'local', placeTown: 'town-z' }, 'person'],
    [
      'the hall before the town',
      { matterId: 'hall-matter', placeUnitId: 'hall-c', placeTown: 'town-a' },
      '3 hall-c',
    ],
    [
      'a matter with an own rule for the place',
      { matterId: 'mixed', placeTown: 'town-a' },
      '3 town-a-centre',
    ],
    ['a matter with an own rule for another place', { matterId: 'mixed', placeTown: 'town-b' }, '3 social'],
    ['a matter handled at one place only', { matterId: 'one-place' }, '3 town-a-centre'],
    ['a matter handled at one other place', { matterId: 'one-place', placeTown: 'town-b' }, 'person'],
    ['the last day of an owner', { matterId: 'moved' }, '3 old'],
    ['just before midnight', { matterId: 'moved', at: Date.UTC(2026, 10, 23, 15, 59, 59, 999) }, '3 old'],
    ['from midnight in Shanghai on', { matterId: 'moved', at: Date.UTC(2026, 10, 23, 16) }, '3 new'],
    ['before the first day of an owner', { matterId: 'card', at: Date.UTC(2025, 11, 31, 15) }, 'person'],
    ['an owner of the past', { matterId: 'gone' }, 'person'],
    ['a matter without owner, though the place is known', { matterId: 'new', placeTown: 'town-a' }, 'person'],
    ['an unusable owner', { matterId: 'idle', placeTown: 'town-a' }, 'person'],
    ['only a town', { placeTown: 'town-a' }, '4 town-a-centre'],
    ['only a hall with a rule', { placeUnitId: 'hall-d' }, '4 town-a-centre'],
    ['only a hall, which is a unit itself', { placeUnitId: 'hall-x' }, '4 hall-x'],
    ['a hall before its town', { placeUnitId: 'hall-x', placeTown: 'town-a' }, '4 hall-x'],
    ['a hall whose rule has ended', { placeUnitId: 'hall-e' }, 'person'],
    [
      'a hall whose rule has ended, in a known town',
      { placeUnitId: 'hall-e', placeTown: 'town-a' },
      '4 town-a-centre',
    ],
    ['a town whose rule has ended', { placeTown: 'town-b' }, 'person'],
    ['a town with two units', { placeTown: 'town-c' }, 'person'],
    ['a town with an unusable unit', { placeTown: 'town-d' }, 'person'],
    ['a town without a rule', { placeTown: 'town-z' }, 'person'],
    ['nothing', {}, 'person'],
  ])('routes %s', (_, over, expected) => expect(route(over)).toBe(expected));

  it('gives each decision a sentence', () => {
    expect(decideRoute(anOrder({ matterId: 'card' }), rules)).toEqual({
      decided: true,
      unitId: 'social',
      rule: 3,
      why: '事项归该单位主管，按事项派单。',
    });
    expect(decideRoute(anOrder({ appealed: true }), rules).why).toBe('申请人提出了申诉，由派单员处理。');
  });

  it('decides the same with only the rules that can matter', () => {
    const index = indexRules(owners, places, isUsable);
    const keys = [null, 'town-a', 'town-b', 'town-c', 'hall-c', 'hall-e', 'hall-x'];
    for (const matterId of [null, 'new', ...owners.map((rule) => rule.matterId)]) {
      for (const placeUnitId of keys) {
        for (const placeTown of keys) {
          const order = anOrder({ matterId, placeUnitId, placeTown });
          expect(decideRoute(order, index.rulesFor(order))).toEqual(decideRoute(order, rules));
        }
      }
    }
  });
});
