import { actorName } from '../../functions/audit/append-event';
import { eventHash, noEventBefore } from '../../functions/audit/hash';
import * as schema from '../../functions/db/schema';
import { type FigureOrder, figuresOf } from '../../functions/figure/figures-of';
import type { Context } from '../../functions/order/context';
import { columnsOf } from '../../functions/order/order-row';
import { waitRows } from '../../functions/order/save-waits';
import { sealEvent, sealWords } from '../../functions/order/words';
import type { OrderKey } from '../../functions/vault/vault';
import { alarmMoments } from '../../shared/sla/alarm';
import { toIso } from '../../shared/sla/instant';
import { copier } from './copy-rows';
import type { District } from './district';
import type { Random } from './random';
import { setScene } from './set-scene';
import { sharedTokens } from './shared-tokens';
import { type Replacement, replaced, type Template } from './template';

export interface NewOrder {
  position: number;
  number: string;
  template: Template;
  days: number;
  key: { wrapped: string; key: OrderKey };
}

/** Everything that a life leaves behind in the database, gathered row by row. */
export function orderWriter(ctx: Context, district: District) {
  const tokensOf = sharedTokens(ctx.vault);
  const into = {
    order: copier(schema.order),
    clock: copier(schema.clock),
    alarm: copier(schema.clockAlarm),
    custody: copier(schema.custody),
    wait: copier(schema.orderWait),
    event: copier(schema.event, ['id']),
    figure: copier(schema.orderFigure),
    round: copier(schema.roundFigure),
    returned: copier(schema.returnFigure),
    share: copier(schema.figureShare),
  };
  function writeEvents(order: NewOrder, id: string, by: Replacement): string {
    let hash = noEventBefore;
    order.template.life.events.forEach((each, at) => {
      const actor =
        each.actor.kind === 'reporter' && by.ids.get(each.actor.accountId ?? '') === null
          ? 'reporter:order'
          : actorName(replaced(each.actor, { ...by, fields: {} }));
      const line = {
        chain: `order:${id}`,
        seq: at + 1,
        orderId: id,
        at: replaced(each.at, by),
        kind: each.kind,
        actor,
        actorUnitId: replaced(each.actorUnitId, by),
        data: JSON.parse(JSON.stringify(replaced(each.data, by))) as Record<string, unknown>,
        sealed: sealEvent(ctx.vault, order.key.key, id, each.words, []),
        internal: each.internal,
      };
      const prevHash = hash;
      hash = eventHash(prevHash, { ...line, at: toIso(line.at) });
      into.event.add({ ...line, prevHash, hash });
    });
    return hash;
  }

  function writeClocks(id: string, facts: Template['life']['facts']): void {
    for (const each of facts.clocks) {
      const moments = each.endedAt === null ? alarmMoments(each.startedAt, each.dueAt, ctx.ref.calendar) : [];
      const next = moments.find((moment) => moment.at > ctx.now());
      into.clock.add({
        ...each,
        orderId: id,
        nextAlarmAt: next?.at ?? null,
        nextAlarmLevel: next?.level ?? null,
      });
      for (const moment of moments.filter(({ at }) => at <= ctx.now()))
        into.alarm.add({ clockId: each.id, level: moment.level, dueAt: each.dueAt, soundedAt: moment.at });
    }
    facts.custody.forEach((held, position) => {
      into.custody.add({ ...held, orderId: id, position });
    });
  }

  function writeFigures(
    row: FigureOrder,
    { life }: Template,
    by: Replacement,
    facts: Template['life']['facts'],
  ): void {
    const events = life.events.map(({ kind, at, data }) => ({
      kind,
      at: replaced(at, by),
      data,
    }));
    const { figures, rounds, returns, shares } = figuresOf(
      row,
      events,
      facts.clocks,
      facts.custody,
      ctx.ref.calendar,
    );
    into.figure.add(figures);
    for (const round of rounds) into.round.add(round);
    for (const each of returns) into.returned.add(each);
    for (const share of shares) into.share.add(share);
  }

  return {
    add(order: NewOrder, random: Random): void {
      const { life } = order.template;
      const { id, by, words } = setScene(district, order, random);
      const facts = replaced(life.facts, by);
      const columns = { ...columnsOf(facts), ...by.fields, matterId: facts.matterId, cause: life.cause };
      into.order.add({
        ...columns,
        id,
        number: order.number,
        version: life.version,
        hallUnitId: facts.hallUnitId,
        phoneIndex: ctx.vault.blindIndex('phone', words.phone),
        submittedAt: facts.submittedAt,
        changedAt: replaced(life.events.at(-1)?.at ?? 0, by),
        orderKey: order.key.wrapped,
        sealed: sealWords(ctx.vault, order.key.key, id, words),
        queryCodeHash: id,
        searchTokens: tokensOf(words.story),
        eventCount: life.events.length,
        lastEventHash: writeEvents(order, id, by),
      });
      writeClocks(id, facts);
      for (const each of waitRows(facts)) into.wait.add(each);
      writeFigures({ ...facts, ...columns, id }, order.template, by, facts);
    },
    into,
  };
}
