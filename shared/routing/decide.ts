import type { Stage } from '../order/vocabulary';
import { type Day, dayOf, type Instant } from '../sla/instant';

/** Rule 3 as data: who owns a matter, at one place or (null) everywhere; both days count, no last day = still valid. */
export interface MatterOwner {
  matterId: string;
  unitId: string;
  placeKey: string | null;
  validFrom: Day;
  validTo: Day | null;
}

/** Rule 4 as data: which unit handles at a place, a unit's id or a town's code. */
export interface PlaceRule {
  placeKey: string;
  unitId: string;
  validFrom: Day;
  validTo: Day | null;
}

export interface RouteRules {
  owners: readonly MatterOwner[];
  places: readonly PlaceRule[];
  /** Active, and with an active handler. */
  isUsable(unitId: string): boolean;
}

export interface RouteInput {
  appealed: boolean;
  returnedCount: number;
  hallUnitId: string | null;
  /** From a QR code, a kiosk or the register, not merely typed in. */
  hallKnown: boolean;
  stage: Stage;
  placeUnitId: string | null;
  placeTown: string | null;
  matterId: string | null;
  at: Instant;
}

export type RouteDecision =
  | { decided: true; unitId: string; rule: 2 | 3 | 4; why: string }
  | { decided: false; why: string };

type Found = { unitId: string } | 'none' | 'several';

const undecided = (why: string): RouteDecision => ({ decided: false, why });

const isValid = (rule: { validFrom: Day; validTo: Day | null }, day: Day) =>
  rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo);

function onlyUnit(rules: readonly { unitId: string }[]): Found {
  const [first] = rules;
  if (!first) return 'none';
  return rules.every((rule) => rule.unitId === first.unitId) ? { unitId: first.unitId } : 'several';
}

/** The unit for the first place that has a rule: the hall or unit chosen speaks before the town. */
function atPlaces(
  rules: readonly { unitId: string; placeKey: string | null }[],
  keys: readonly string[],
): Found {
  for (const key of keys) {
    const here = onlyUnit(rules.filter((rule) => rule.placeKey === key));
    if (here !== 'none') return here;
  }
  return 'none';
}

function byHall(input: RouteInput, rules: RouteRules): RouteDecision | null {
  const { hallUnitId } = input;
  if (!input.hallKnown || hallUnitId === null) return null;
  const notSolvedThere = input.stage === 'not-solved-at-centre';
  if (!notSolvedThere && input.placeUnitId !== hallUnitId) return null;
  if (!rules.isUsable(hallUnitId)) return null;
  const why = notSolvedThere ? '问题是在该大厅没有得到解决的' : '所选办理地点就是该大厅';
  return { decided: true, unitId: hallUnitId, rule: 2, why: `${why}，交该大厅办理。` };
}

function ownerOf(owners: readonly MatterOwner[], keys: readonly string[]): Found {
  const here = atPlaces(owners, keys);
  if (here !== 'none') return here;
  const anywhere = onlyUnit(owners.filter((owner) => owner.placeKey === null));
  return anywhere === 'none' && keys.length === 0 ? onlyUnit(owners) : anywhere;
}

function byMatter(matterId: string, keys: readonly string[], rules: RouteRules, day: Day): RouteDecision {
  const owners = rules.owners.filter((owner) => owner.matterId === matterId && isValid(owner, day));
  if (owners.length === 0) return undecided('该事项目前没有登记主管单位，请人工派单。');
  const found = ownerOf(owners, keys);
  if (found === 'several') return undecided('该事项有多个办理单位，仅凭现有信息无法确定，请人工派单。');
  if (found === 'none') return undecided('该事项在所选地点没有登记办理单位，请人工派单。');
  if (!rules.isUsable(found.unitId))
    return undecided('该事项的办理单位已停用或没有在岗处置专员，请人工派单。');
  const { unitId } = found;
  const forPlace = owners.every((owner) => owner.unitId === unitId)
    ? '事项归该单位主管'
    : '事项分地点办理，该单位负责所选地点';
  return { decided: true, unitId, rule: 3, why: `${forPlace}，按事项派单。` };
}

function byPlace(input: RouteInput, keys: readonly string[], rules: RouteRules, day: Day): RouteDecision {
  const known = rules.places.filter((rule) => keys.includes(rule.placeKey));
  const ruled = atPlaces(
    known.filter((rule) => isValid(rule, day)),
    keys,
  );
  const chosen = input.placeUnitId;
  const found =
    chosen !== null && !known.some((rule) => rule.placeKey === chosen) ? { unitId: chosen } : ruled;
  if (found === 'several') return undecided('该地点有多个办理单位，无法确定，请人工派单。');
  if (found === 'none') return undecided('该地点没有登记办理单位，请人工派单。');
  if (!rules.isUsable(found.unitId))
    return undecided('该地点的办理单位已停用或没有在岗处置专员，请人工派单。');
  return { decided: true, unitId: found.unitId, rule: 4, why: '只知道办理地点，交该地点的单位办理。' };
}

/**
 * Where an order goes by the rules of spec 2 “Routing”, first rule that decides wins; if none, a person decides.
 * A unit that is inactive or without an active handler is never chosen: a hall then leaves it to the matter, an owner
 * or a place to a person, because no other unit answers for that matter or place.
 */
export function decideRoute(input: RouteInput, rules: RouteRules): RouteDecision {
  if (input.appealed) return undecided('申请人提出了申诉，由派单员处理。');
  if (input.returnedCount > 0) return undecided('曾被退单，由派单员处理。');
  const hall = byHall(input, rules);
  if (hall) return hall;
  const keys = [input.placeUnitId, input.placeTown].filter((key) => key !== null);
  const day = dayOf(input.at);
  if (input.matterId !== null) return byMatter(input.matterId, keys, rules, day);
  if (keys.length > 0) return byPlace(input, keys, rules, day);
  return undecided('没有选择事项和办理地点，请人工派单。');
}
