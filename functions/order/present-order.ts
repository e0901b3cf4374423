import { asc, eq, inArray } from 'drizzle-orm';
import { allowedCommands } from '../../shared/order/command/run';
import type { Sight } from '../../shared/order/permission';
import type { FileView, OrderView } from '../../shared/order/view';
import { toIso } from '../../shared/sla/instant';
import { lightOf } from '../../shared/sla/light';
import { contentFlags } from '../content/content-flags';
import { file, matter, order } from '../db/schema';
import type { Context } from './context';
import { maskName } from './mask';
import { factsOf, type OrderRow } from './order-row';
import { isShared, presentCard } from './present-card';
import { isoOrNull, presentClock, unitRef } from './present-clock';
import { presentFile } from './present-file';
import { presentTimeline } from './present-timeline';
import { primariesOf } from './primaries-of';
import { envOf } from './run-order-command';
import { earlierOrders } from './similar-orders';
import { openEvent, openWords } from './words';

/** The whole order as this principal may see it; throws nothing that names what may not be seen. */
export async function presentOrder(ctx: Context, row: OrderRow, sight: Sight): Promise<OrderView> {
  const facts = await factsOf(ctx.db, row);
  const [named] = row.matterId
    ? await ctx.db.select({ name: matter.name }).from(matter).where(eq(matter.id, row.matterId))
    : [];
  const primary = (await primariesOf(ctx, [facts])).get(facts.primaryId ?? '') ?? null;
  const card = presentCard(ctx, row, facts, { matter: named?.name ?? null, sight, primary });
  const full = sight === 'full';
  const reporter = ctx.actor.kind === 'reporter';
  const content = full && !reporter ? await contentFlags(ctx, row.id) : [];
  const words = full ? openWords(ctx.vault, row) : null;
  const rows = full
    ? await ctx.db
        .select()
        .from(file)
        .where(eq(file.orderId, row.id))
        .orderBy(asc(file.createdAt), asc(file.id))
    : [];
  const files = new Map<string, FileView>();
  for (const [at, each] of rows.entries()) {
    const before = rows
      .slice(0, at)
      .filter((one) => one.kind === each.kind && one.eventSeq === each.eventSeq);
    files.set(each.id, await presentFile(ctx, each, before.length));
  }
  const { entries, lines, key } = await presentTimeline(ctx, row, files);
  const wordsAt = (kind: string) => {
    const line = [...lines].reverse().find((each) => each.kind === kind);
    return line && key ? { line, words: openEvent(ctx.vault, key, row.id, line.sealed).words } : null;
  };
  const replied = facts.state === 'merged' ? 'order.resolved-with-primary' : 'order.resolved';
  const resolved = full && facts.round > 0 ? wordsAt(replied) : null;
  const evaluated = full && facts.evaluation ? wordsAt('order.evaluated') : null;
  const related = full ? [...facts.mergedIds, ...(facts.primaryId ? [facts.primaryId] : [])] : [];
  const numbers =
    related.length > 0 && !reporter
      ? await ctx.db
          .select({ id: order.id, number: order.number })
          .from(order)
          .where(inArray(order.id, related))
      : [];
  const ownUnits = ctx.actor.kind === 'staff' ? ctx.actor.roles.map((held) => held.unitId) : [];
  const ownReturns = lines
    .filter(({ kind, data }) => kind === 'order.returned' && ownUnits.includes(String(data.unitId)))
    .map(({ seq }) => seq);
  const asked = (assistId: string, kind: string) => {
    const line = lines.find((each) => each.kind === kind && each.data.assistId === assistId);
    return line && key ? openEvent(ctx.vault, key, row.id, line.sealed).words : {};
  };
  const assistWords = {
    open: '待回复',
    declined: '提出异议',
    replied: '已回复',
    dropped: '已取消',
    released: '不用协办',
  };
  const extensionWords = { asked: '待审批', granted: '已同意', refused: '未同意', void: '已失效' };
  return {
    ...card,
    flags: [...card.flags, ...content],
    story: words?.story ?? null,
    matterText: words?.matterText ?? null,
    placeName: full ? (ctx.ref.units.get(row.placeUnitId ?? '')?.name ?? null) : null,
    hallName: full ? (ctx.ref.units.get(row.hallUnitId ?? '')?.name ?? null) : null,
    triedOn: words?.triedOn ?? null,
    triedTimes: words?.triedTimes ?? null,
    enterpriseName: words
      ? reporter
        ? words.enterpriseName
        : words.enterpriseName && maskName(words.enterpriseName)
      : null,
    onBehalfOf: words ? (reporter ? words.onBehalfOf : words.onBehalfOf && maskName(words.onBehalfOf)) : null,
    phoneVerified: full && facts.phoneVerified,
    cityNumber: full ? row.cityNumber : null,
    files: [...files.values()].filter((_, index) => rows[index]?.eventSeq === 1),
    clocks: full
      ? (primary ? primary.clocks.filter(isShared) : facts.clocks)
          .filter(
            (clock) =>
              !reporter ||
              ['accept', 'contact', 'resolve', 'rectify', 'dispatch', 'follow-up'].includes(clock.kind),
          )
          .map((clock) => presentClock(ctx, clock))
      : [],
    timeline: full ? entries : entries.filter(({ seq }) => ownReturns.includes(seq)),
    commands: row.orderKey === null ? [] : allowedCommands(facts, ctx.actor, envOf(ctx)),
    assists: full
      ? facts.assists.map((each) => {
          const clock = facts.clocks
            .filter((one) => one.assistId === each.id && one.kind === 'assist')
            .at(-1);
          const running = clock && clock.endedAt === null;
          return {
            id: each.id,
            unit: unitRef(ctx, each.unitId) ?? { id: each.unitId, name: '有关单位', phone: null },
            state: each.state,
            stateWord: assistWords[each.state],
            dueAt: isoOrNull(clock?.dueAt ?? null),
            light: running ? lightOf(clock.dueAt, ctx.now()) : null,
            request: reporter ? null : (asked(each.id, 'assist.asked').request ?? null),
            reply: reporter ? null : (asked(each.id, 'assist.replied').reply ?? null),
            mine: ownUnits.includes(each.unitId),
          };
        })
      : [],
    extensions:
      full && !reporter
        ? facts.extensions.map((each) => ({
            id: each.id,
            days: each.days,
            state: each.state,
            stateWord: extensionWords[each.state],
            reason:
              (lines.find((line) => line.kind === 'extension.asked' && line.data.extensionId === each.id) &&
                wordsAt('extension.asked')?.words.reason) ||
              null,
            decideBy: toIso(each.decideBy),
          }))
        : [],
    custody:
      full && !reporter
        ? facts.custody.map((held) => ({
            role: held.role,
            unit: unitRef(ctx, held.unitId) ?? { id: held.unitId, name: '有关单位', phone: null },
            fromAt: toIso(held.fromAt),
            toAt: isoOrNull(held.toAt),
          }))
        : [],
    reply: resolved?.words.found
      ? {
          found: resolved.words.found,
          done: resolved.words.done ?? '',
          rule: resolved.words.rule ?? '',
          next: resolved.words.next ?? null,
          result: resolved.line.data.result as never,
          basis: resolved.words.basis ?? null,
          cause: reporter ? null : ((resolved.line.data.cause ?? null) as never),
          at: toIso(resolved.line.at),
          unit: unitRef(ctx, String(resolved.line.data.unitId)),
        }
      : null,
    evaluation:
      facts.evaluation && full
        ? {
            solved: facts.evaluation.solved,
            satisfaction: facts.evaluation.satisfaction,
            tags: (evaluated?.line.data.tags as string[] | undefined) ?? [],
            comment: evaluated?.words.comment ?? null,
            at: toIso(facts.evaluation.at),
            changeableUntil: facts.closedAt === null ? toIso(facts.evaluation.at + 7 * 86_400_000) : null,
          }
        : null,
    primaryNumber: numbers.find((each) => each.id === facts.primaryId)?.number ?? null,
    mergedNumbers: numbers.filter((each) => facts.mergedIds.includes(each.id)).map((each) => each.number),
    similar: full && !reporter ? await earlierOrders(ctx, row) : [],
  };
}
