import { measures } from '../../shared/figure/counter';
import { first, type Handled, last, minutesIn, type Part, packDay, packed, placesIn } from './day-pack';

const partOf = (parts: readonly Part[], name: string): Part => {
  const part = parts.find((each) => each.part === name);
  if (!part) throw new Error(`There is no part ${name}`);
  return part;
};

const order = (work: number, natural: number, rest: Partial<Handled> = {}): Handled => ({
  work,
  natural,
  first_work: work,
  first_natural: natural,
  channel: 'h5',
  ...rest,
});

const many = Array.from({ length: 700 }, (_, at) => order(at, at * 3, { town: `town ${at % 300}` }));

it.each<[string, Handled[]]>([
  ['one order', [order(0, 0)]],
  ['orders that have no cause, and some that have', [order(3, 9), order(4, 8, { cause: 'legacy' })]],
  [
    'one resolved twice among others',
    [order(1, 2), order(70, 300, { first_work: 5, first_natural: 9 }), order(2, 2)],
  ],
  ['times of a minute and of many years', [order(1, 1), order(900_000, 12_000_000)]],
  ['more towns than a byte can tell', many],
])('gives back what was packed: %s', (_, orders) => {
  const parts = packDay(orders);
  const minutes = minutesIn(partOf(parts, last), partOf(parts, first));
  for (const measure of measures) expect([...minutes[measure]]).toEqual(orders.map((each) => each[measure]));
  for (const name of packed) {
    const part = partOf(parts, name);
    const told = [...placesIn(part)].map((place) => part.words[place]);
    expect(told).toEqual(orders.map((each) => each[name] ?? null));
  }
});
