import { type Draft, registerOrder, submitOrder } from '../../../shared/order/command/intake';
import {
  countForPrimary,
  letGo,
  shareClosing,
  shareResolution,
  takeUnder,
} from '../../../shared/order/command/merge';
import type { Change, Env } from '../../../shared/order/command/rule';
import { runCommand } from '../../../shared/order/command/run';
import { systemStep } from '../../../shared/order/command/system-step';
import type { Actor, OrderFacts } from '../../../shared/order/facts';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { causes } from '../../../shared/order/vocabulary';
import { dayMs, hourMs, type Instant, minuteMs } from '../../../shared/sla/instant';
import { type Cast, draftOf, inputsFor, likely, whoMight } from './cast';

export interface HistoryEvent {
  kind: string;
  at: Instant;
  data: Record<string, unknown>;
}
/** An order as it stands, with its ledger so far. */
export interface History {
  facts: OrderFacts;
  cause: string | null;
  events: HistoryEvent[];
}

/** The same walk every time (Lehmer). */
export function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Base = Omit<Env, 'now' | 'actor'>;
const system: Actor = { kind: 'system' };

/** Orders that live side by side, so that they can be merged; the same spreading as the server's, in memory. */
class Household {
  readonly orders = new Map<string, History>();
  constructor(
    private readonly base: Base,
    private now: Instant,
  ) {}

  at(now: Instant): void {
    this.now = now;
  }
  env(actor: Actor): Env {
    return { ...this.base, now: this.now, actor };
  }
  begin(draft: Draft, change: Change): void {
    this.orders.set(draft.id, { facts: change.facts, cause: null, events: [] });
    this.note(draft.id, change);
  }
  note(id: string, change: Change): void {
    const history = this.orders.get(id);
    if (!history) return;
    history.facts = change.facts;
    for (const { kind, data } of change.events) {
      history.events.push({ kind, data, at: this.now });
      if (typeof data.cause === 'string' && data.cause in causes) history.cause = data.cause;
    }
  }
  touch(id: string, edit: (facts: OrderFacts) => Change): void {
    const history = this.orders.get(id);
    if (history) this.note(id, edit(history.facts));
  }
  save(id: string, before: OrderFacts, change: Change): void {
    this.note(id, change);
    const { facts } = change;
    const env = this.env(system);
    if (facts.primaryId && !before.primaryId)
      this.touch(facts.primaryId, (primary) => takeUnder(primary, before, env));
    if (before.primaryId && !facts.primaryId)
      this.touch(before.primaryId, (primary) => letGo(primary, before.id));
    if (before.state === 'merged' && facts.negativeAt !== before.negativeAt && facts.primaryId)
      this.touch(facts.primaryId, (primary) => countForPrimary(primary, this.now));
    for (const merged of facts.mergedIds) {
      if (facts.round > before.round) this.touch(merged, (other) => shareResolution(other, facts, env));
      if (facts.state === 'closed' && before.state !== 'closed')
        this.touch(merged, (other) => shareClosing(other, facts, env));
      if (['declined', 'withdrawn'].includes(facts.state) && facts.state !== before.state) {
        this.touch(merged, (other) => runCommand('unmerge', other, { version: 0, reason: '恢复' }, env));
        this.touch(id, (primary) => letGo(primary, merged));
      }
    }
  }
}

/** One random command that somebody may give; refusals leave everything as it was. */
function step(house: Household, id: string, cast: Cast, random: () => number): void {
  const history = house.orders.get(id);
  if (!history) return;
  const before = history.facts;
  const automatic = systemStep(before, house.env(system));
  if (automatic) house.save(id, before, automatic);
  const facts = house.orders.get(id)?.facts ?? before;
  const command = likely(facts.state, random);
  const others = [...house.orders.values()].map((each) => each.facts).filter((each) => each.id !== id);
  const input = inputsFor(command, facts, house.env(system), cast, others, random);
  if (!input) return;
  for (const actor of whoMight(command, facts, cast)) {
    try {
      house.save(id, facts, runCommand(command, facts, input as never, house.env(actor)));
      return;
    } catch (refusal) {
      if (!(refusal instanceof RuleBroken)) throw refusal;
    }
  }
}

function arrive(house: Household, draft: Draft, cast: Cast, random: () => number): void {
  const decided = random() < 0.8;
  const route = decided
    ? { decided: true as const, unitId: random() < 0.6 ? cast.lead : cast.other, rule: 3, why: '事项归属' }
    : { decided: false as const, why: '没有规则' };
  const at = random();
  if (draft.channel !== 'window' || at < 0.25) {
    house.begin(draft, submitOrder(draft, route, house.env(cast.reporter)));
    return;
  }
  const reply = { outcome: 'on-the-spot', reply: '已当面办好', cause: 'system-fault' } as const;
  const scope = { outcome: 'out-of-scope', explanation: '说明', basis: '依据' } as const;
  const wanted = at < 0.5 ? reply : at < 0.65 ? scope : ({ outcome: 'own' } as const);
  house.begin(draft, registerOrder(draft, wanted, route, house.env(cast.clerk)));
}

function pause(random: () => number): number {
  const kind = random();
  if (kind < 0.45) return minuteMs + random() * 3 * hourMs;
  return kind < 0.92 ? 2 * hourMs + random() * dayMs : dayMs + random() * 7 * dayMs;
}

/** `count` orders that live through random commands, three by three; `seen` is shown each as it stood half-way. */
export function playHistories(
  count: number,
  cast: Cast,
  base: Base,
  { from, days, seed }: { from: Instant; days: number; seed: number },
  seen: (history: History) => void,
): History[] {
  const random = lehmer(seed);
  const all: History[] = [];
  while (all.length < count) {
    let now = from + Math.floor(random() * days) * dayMs + Math.floor(random() * dayMs);
    const house = new Household(base, now);
    for (let nth = 0; nth < 3; nth += 1) {
      arrive(house, draftOf(cast, base.newId(), random), cast, random);
      now += Math.floor(minuteMs + random() * hourMs);
      house.at(now);
    }
    const steps = 20 + Math.floor(random() * 60);
    const ids = [...house.orders.keys()];
    for (let nth = 0; nth < steps; nth += 1) {
      now += Math.floor(pause(random) / 3);
      house.at(now);
      step(house, ids[Math.floor(random() * ids.length)] ?? '', cast, random);
      if (nth === Math.floor(steps / 2))
        for (const each of house.orders.values()) seen({ ...each, events: [...each.events] });
    }
    all.push(...house.orders.values());
  }
  return all.slice(0, count);
}
