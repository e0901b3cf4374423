import { countWords, learnWords, type Vocabulary, vectorOf, type Words } from './vocabulary';

/** An order that was finished, and who finished it. */
export interface FinishedOrder extends Words {
  orderId: string;
  label: string;
}

export interface PastOrders {
  vocabulary: Vocabulary;
  orders: FinishedOrder[];
  /** For each word of two letters or more: the orders it stands in, with its weight there. */
  postings: Map<number, { order: number; value: number }[]>;
}

export interface Neighbour {
  order: FinishedOrder;
  /** Cosine of the two texts, 0 to 1. */
  likeness: number;
}

/** Words that stand in more orders than this say nothing about which is near. */
const commonOrders = 400;

/** Makes finished orders searchable by likeness; built anew now and then, for its weights come from all of them. */
export function indexPastOrders(orders: readonly FinishedOrder[]): PastOrders {
  const vocabulary: Vocabulary = { ids: new Map(), words: [], texts: [], total: 0 };
  const counts = orders.map(countWords);
  learnWords(vocabulary, counts, 1);
  const postings: PastOrders['postings'] = new Map();
  counts.forEach((count, order) => {
    const { ids, values } = vectorOf(vocabulary, count);
    ids.forEach((id, at) => {
      if ((vocabulary.words[id] ?? '').length < 2 || (vocabulary.texts[id] ?? 0) > commonOrders) return;
      const posting = { order, value: values[at] ?? 0 };
      const known = postings.get(id);
      if (known) known.push(posting);
      else postings.set(id, [posting]);
    });
  });
  return { vocabulary, orders: [...orders], postings };
}

/** The `k` finished orders most like these words, most alike first. */
export function nearestOrders(past: PastOrders, words: Words, k: number): Neighbour[] {
  const { ids, values } = vectorOf(past.vocabulary, countWords(words));
  const likeness = new Map<number, number>();
  ids.forEach((id, at) => {
    const found = past.postings.get(id);
    for (const { order, value } of found ?? []) {
      likeness.set(order, (likeness.get(order) ?? 0) + value * (values[at] ?? 0));
    }
  });
  return [...likeness]
    .sort((a, b) => b[1] - a[1])
    .slice(0, k)
    .flatMap(([at, value]) => {
      const order = past.orders[at];
      return order ? [{ order, likeness: value }] : [];
    });
}
