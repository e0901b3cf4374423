import { type Classifier, suggest } from './classifier';
import { type Neighbour, nearestOrders, type PastOrders } from './past-orders';
import type { Words } from './vocabulary';

export interface RouteSuggestion {
  /** The unit (or matter) suggested. */
  label: string;
  probability: number;
  /** A sentence for the dispatcher. */
  reason: string;
  because: string[];
  similarOrderIds: string[];
}

const neighbours = 15;
/** The part of the say that similar orders have at most; the rest is the words'. */
const mostForSimilar = 0.4;

/** Below this likeness two orders have only everyday words in common. */
const leastLikeness = 0.08;

function votes(near: readonly Neighbour[]): Map<string, number> {
  const weight = ({ likeness }: Neighbour) => likeness * likeness;
  const total = near.reduce((sum, neighbour) => sum + weight(neighbour), 0);
  const shares = new Map<string, number>();
  for (const neighbour of near) {
    const { label } = neighbour.order;
    shares.set(label, (shares.get(label) ?? 0) + weight(neighbour) / total);
  }
  return shares;
}

function reasonFor(because: readonly string[], similar: number, near: number): string {
  const words = because.slice(0, 3).map((word) => `“${word}”`);
  const parts = [
    words.length > 0 ? `反映内容中的${words.join('')}等词，与以往由其办理的问题相近` : '',
    similar > 0 ? `最相似的 ${near} 件工单中有 ${similar} 件最终由其办理` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join('；')}。` : '以往工单中依据较少，仅供参考。';
}

/**
 * Ranked suggestions for an order no rule decides (spec 2, routing 5): from its words and from where similar orders
 * finally went, with probabilities that sum to at most 1. A person decides.
 */
export function suggestRoutes(
  words: Words,
  model: Classifier,
  past: PastOrders,
  k: number,
): RouteSuggestion[] {
  const near = nearestOrders(past, words, neighbours).filter(({ likeness }) => likeness >= leastLikeness);
  const say = near.length === 0 ? 0 : mostForSimilar * Math.min(1, (near[0]?.likeness ?? 0) * 2);
  const shares = votes(near);
  const spoken = new Map(suggest(model, words, model.labels.length).map((one) => [one.label, one]));
  return [...new Set([...spoken.keys(), ...shares.keys()])]
    .map((label) => {
      const { probability = 0, because = [] } = spoken.get(label) ?? {};
      const similar = near.filter(({ order }) => order.label === label);
      return {
        label,
        probability:
          spoken.size === 0
            ? (shares.get(label) ?? 0)
            : (1 - say) * probability + say * (shares.get(label) ?? 0),
        reason: reasonFor(because, similar.length, near.length),
        because,
        similarOrderIds: similar.map(({ order }) => order.orderId),
      };
    })
    .sort((a, b) => b.probability - a.probability)
    .slice(0, k);
}
