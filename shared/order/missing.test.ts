import { missingOf } from './missing';
import { states } from './state';
import { preparedOrders } from './testing/prepared';

const open = states.filter((state) => !['closed', 'declined', 'withdrawn'].includes(state));

it.each(open)('misses nothing on an order in %s that commands alone brought there', (state) => {
  for (const facts of preparedOrders(state))
    expect({ state, missing: missingOf(facts) }).toEqual({ state, missing: [] });
});

it.each(open.filter((state) => state !== 'merged'))('names what was taken from an order in %s', (state) => {
  for (const facts of preparedOrders(state)) {
    expect(missingOf({ ...facts, custody: [], lead: null })).toContainEqual({ what: 'holder' });
    const bare = missingOf({ ...facts, clocks: [] }).map((each) => each.what);
    const called = facts.unitCallback !== null && facts.districtCallback !== null;
    expect(bare.length > 0).toBe(!(state === 'resolved' && called));
  }
});
