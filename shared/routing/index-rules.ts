import type { MatterOwner, PlaceRule, RouteInput, RouteRules } from './decide';

export interface RuleIndex {
  /** Only the rules that can matter for this order: what `decideRoute` is to be asked with. */
  rulesFor(order: Pick<RouteInput, 'matterId' | 'placeUnitId' | 'placeTown'>): RouteRules;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** All rules by matter and by place, so that a decision costs the same with ten matters as with thousands. */
export function indexRules(
  owners: readonly MatterOwner[],
  places: readonly PlaceRule[],
  isUsable: (unitId: string) => boolean,
): RuleIndex {
  const byMatter = groupBy(owners, (owner) => owner.matterId);
  const byPlace = groupBy(places, (place) => place.placeKey);
  return {
    rulesFor: ({ matterId, placeUnitId, placeTown }) => ({
      owners: matterId === null ? [] : (byMatter.get(matterId) ?? []),
      places: [...new Set([placeUnitId, placeTown])].flatMap((key) =>
        key === null ? [] : (byPlace.get(key) ?? []),
      ),
      isUsable,
    }),
  };
}
