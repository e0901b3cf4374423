import { subscribeGroups } from './subscribe-templates';

it.each([
  ['nothing where none is set', '', '', []],
  ['one kind alone', '', 'a,b', [['a', 'b']]],
  ['kinds apart, those granted for good first', 'a', 'b,c', [['a'], ['b', 'c']]],
  ['no more than three at a time', 'a,b,c,d', 'e', [['a', 'b', 'c'], ['d'], ['e']]],
])('asks for %s', (_title, longTerm, oneTime, groups) => {
  expect(subscribeGroups(longTerm, oneTime)).toEqual(groups);
});
