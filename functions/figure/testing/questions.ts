import type { FigureQuery } from '../filter';
import type { Cast } from './cast';
import type { Ask } from './plainly';

/** Weeks with holidays, beginning and ending within a month. */
export const months = { from: '2026-01-15', to: '2026-03-09' };

/** Questions for each way that counts are found, and the same said plainly. */
export const questionsFor = (cast: Cast): [string, Partial<FigureQuery>, Omit<Ask, 'from' | 'to'>][] => [
  ['everything', {}, {}],
  ['weeks around the Spring Festival', months, {}],
  ['one day', { from: '2026-02-24', to: '2026-02-24' }, {}],
  ['one channel', { channel: 'wechat' }, { only: { channel: 'wechat' } }],
  ['enterprises', { reporterKind: 'enterprise' }, { only: { reporterKind: 'enterprise' } }],
  ['one unit with those below', { unit: cast.lead }, { units: [cast.lead, cast.below] }],
  ['one unit alone', { unit: cast.lead, below: 'no' }, { units: [cast.lead] }],
  ['one matter', { matter: cast.matters[0] ?? '' }, { only: { matterId: cast.matters[0] ?? '' } }],
  [
    'one matter and one channel, months and days',
    { matter: cast.matters[0] ?? '', channel: 'wechat', from: '2025-10-20' },
    { only: { matterId: cast.matters[0] ?? '', channel: 'wechat' } },
  ],
  [
    'one matter and those without a cause',
    { matter: cast.matters[1] ?? '', cause: 'none' },
    { only: { matterId: cast.matters[1] ?? '', cause: null } },
  ],
  [
    'one matter, and its enterprises with complex orders',
    { matter: cast.matters[0] ?? '', reporterKind: 'enterprise', complexity: 'complex' },
    { only: { matterId: cast.matters[0] ?? '', reporterKind: 'enterprise', complexity: 'complex' } },
  ],
  [
    'one matter, stage and town',
    { matter: cast.matters[0] ?? '', stage: 'not-accepted', town: '310151101' },
    { only: { matterId: cast.matters[0] ?? '', stage: 'not-accepted', town: '310151101' } },
  ],
  [
    'one town and one cause',
    { town: '310151101', cause: 'legacy' },
    { only: { town: '310151101', cause: 'legacy' } },
  ],
  [
    'a set of filters that no roll-up knows',
    { unit: cast.other, channel: 'phone', complexity: 'complex', ...months },
    { units: [cast.other], only: { channel: 'phone', complexity: 'complex' } },
  ],
];
