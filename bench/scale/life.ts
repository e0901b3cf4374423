import type { Context } from '../../functions/order/context';
import { actingUnit } from '../../functions/order/save-change';
import { submitOrder } from '../../shared/order/command/intake';
import type { Change, Env } from '../../shared/order/command/rule';
import { type InputOf, type OrderCommand, runCommand } from '../../shared/order/command/run';
import { nextSystemStepAt, systemStep } from '../../shared/order/command/system-step';
import type { Actor, OrderFacts } from '../../shared/order/facts';
import { RuleBroken } from '../../shared/order/rule-broken';
import { dayOf, hourMs, type Instant, instantAt, minuteMs } from '../../shared/sla/instant';
import type { Random } from './random';

export interface LifeEvent {
  at: Instant;
  kind: string;
  actor: Actor;
  actorUnitId: string | null;
  data: Record<string, unknown>;
  words: Record<string, string>;
  internal: boolean;
}
export interface Life {
  facts: OrderFacts;
  events: LifeEvent[];
  version: number;
  cause: string | null;
}

/** One order as it is played by the real rules, command by command, until a last instant. */
export class Play {
  facts: OrderFacts;
  at: Instant;
  private readonly events: LifeEvent[] = [];
  private version = 1;
  private cause: string | null = null;
  private ids = 0;

  constructor(
    private readonly ctx: Context,
    readonly random: Random,
    start: Instant,
    private readonly until: Instant,
    draft: Parameters<typeof submitOrder>[0],
    route: Parameters<typeof submitOrder>[1],
    reporter: Actor,
  ) {
    this.at = start;
    const change = submitOrder(draft, route, this.env(reporter));
    this.facts = change.facts;
    this.note(change, reporter);
  }

  get over(): boolean {
    return this.at >= this.until;
  }

  private env(actor: Actor): Env {
    const { calendar, settings, tree } = this.ctx.ref;
    return { now: this.at, actor, calendar, settings, units: tree, newId: () => `new-${++this.ids}` };
  }

  private note(change: Change, actor: Actor): void {
    const actorUnitId = actingUnit({ ...this.ctx, actor }, change.facts);
    for (const { kind, data, words, internal } of change.events) {
      const by: Actor = kind === 'order.dispatched' && data.rule ? { kind: 'system' } : actor;
      this.events.push({ at: this.at, kind, actor: by, actorUnitId, data, words, internal });
      if (typeof data.cause === 'string') this.cause = data.cause;
    }
    this.facts = change.facts;
  }

  /** Passes some minutes of office time; what the system does by itself meanwhile is done. */
  wait(minutes: number): void {
    const to = this.later(minutes);
    for (let step = nextSystemStepAt(this.facts); step !== null && step <= Math.min(to, this.until); ) {
      this.at = Math.max(this.at, step);
      const change = systemStep(this.facts, this.env({ kind: 'system' }));
      if (!change) break;
      this.version += 1;
      this.note(change, { kind: 'system' });
      step = nextSystemStepAt(this.facts);
    }
    this.at = to;
  }

  /** The instant so many office minutes (9:00–17:00 of working days) from now. */
  private later(minutes: number): Instant {
    const { calendar } = this.ctx.ref;
    let [at, left] = [this.at, Math.floor(minutes) * minuteMs];
    for (;;) {
      const day = dayOf(at);
      const [open, close] = [instantAt(day, '09:00'), instantAt(day, '17:00')];
      const from = Math.max(at, open);
      if (calendar.isWorkingDay(day) && from < close) {
        if (close - from > left) return from + left;
        left -= close - from;
      }
      at = instantAt(calendar.nextWorkingDay(day), '09:00');
    }
  }

  /** Passes natural hours, evenings and weekends as well: what reporters do. */
  rest(hours: number): void {
    this.at += Math.floor(hours * hourMs);
  }

  /** Does a command if the rules let it and the time has not run out; whether it was done. */
  do<C extends OrderCommand>(command: C, actor: Actor, input: InputOf<C>): boolean {
    if (this.over) return false;
    try {
      this.note(runCommand(command, this.facts, input, this.env(actor)), actor);
      this.version += 1;
      return true;
    } catch (refusal) {
      if (refusal instanceof RuleBroken) return false;
      throw refusal;
    }
  }

  end(): Life {
    return { facts: this.facts, events: this.events, version: this.version, cause: this.cause };
  }
}
