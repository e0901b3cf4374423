import { asc, eq, inArray } from 'drizzle-orm';
import type * as z from 'zod';
import { timelineTitle, toReporter, wordLabels } from '../../shared/notice/timeline';
import { runningClock } from '../../shared/order/clock';
import { allowedCommands } from '../../shared/order/command/run';
import type { Clock, OrderFacts } from '../../shared/order/facts';
import type { Sight } from '../../shared/order/permission';
import type { ClockView, FileView, OrderCard, OrderView, TimelineEntry } from '../../shared/order/view';
import { stateWords } from '../../shared/order/vocabulary';
import { explainText } from '../../shared/sla/explain';
import { formatMoment, toIso } from '../../shared/sla/instant';
import { countdownText, lightOf, spanText } from '../../shared/sla/light';
import { contentFlags } from '../content/content-flags';
import { event, file, matter, order } from '../db/schema';
import type { Context } from './context';
import { factsOf, type OrderRow } from './order-row';
import { envOf } from './run-order-command';
import { earlierOrders } from './similar-orders';
import { openEvent, openWords } from './words';

type View = z.infer<typeof ClockView>;
const clockTitles: Record<Clock['kind'], string> = {
  dispatch: '派单',
  accept: '接单',
  contact: '先行联系',
  resolve: '办结',
  assist: '协办',
  arbitrate: '协办裁定',
  'follow-up': '下次说明',
  'unit-callback': '单位回访',
  'district-callback': '回访督办',
  'supervise-due': '督办',
  rectify: '整改',
};
/** What set each clock going, for its explanation (spec 3). */
const startedBy: Record<Clock['kind'], string> = {
  dispatch: '提交',
  accept: '派单',
  contact: '接单',
  resolve: '接单',
  assist: '请求协办',
  arbitrate: '提出异议',
  'follow-up': '说明情况',
  'unit-callback': '办结',
  'district-callback': '办结',
  'supervise-due': '回访发现',
  rectify: '要求整改',
};
const isoOrNull = (at: number | null) => (at === null ? null : toIso(at));
const unitRef = (ctx: Context, id: string | null) => {
  const unit = id ? ctx.ref.units.get(id) : undefined;
  return unit ? { id: unit.id, name: unit.name, phone: unit.phone } : null;
};

/** 张** and 138****1234: what lists show (spec 8). */
export const maskName = (name: string) =>
  `${[...name][0] ?? ''}${'*'.repeat(Math.min(2, Math.max(1, [...name].length - 1)))}`;
export const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

function clockView(ctx: Context, clock: Clock): View {
  const running = clock.endedAt === null;
  const now = ctx.now();
  return {
    kind: clock.kind,
    title: clockTitles[clock.kind],
    holder: unitRef(ctx, clock.holderUnitId),
    startedAt: toIso(clock.startedAt),
    dueAt: toIso(clock.dueAt),
    originalDueAt: toIso(clock.originalDueAt),
    provisional: clock.provisional,
    running,
    outcome: clock.outcome,
    endedAt: isoOrNull(clock.endedAt),
    light: running ? lightOf(clock.dueAt, now) : null,
    countdown: running ? countdownText(clock.dueAt, now) : null,
    explanation: explainText(
      clock.startedAt,
      clock.limit,
      ctx.ref.calendar,
      clock.closing,
      startedBy[clock.kind],
      clock.dueAt,
    ),
  };
}

/** Who has it, by when, and what happens next: one sentence for the reporter (spec 1). */
function sentenceOf(ctx: Context, facts: OrderFacts): string {
  const name = (id: string | null) => ctx.ref.units.get(id ?? '')?.name ?? '承办单位';
  const due = (kind: Clock['kind']) => {
    const clock = runningClock(facts, kind);
    return clock ? `${formatMoment(clock.dueAt)} 前` : '尽快';
  };
  const sentences: Record<OrderFacts['state'], () => string> = {
    submitted: () => `派单员将在 ${due('dispatch')}为您确定承办单位。`,
    dispatched: () => `已交给${name(facts.dispatchedTo)}，将在 ${due('accept')}接单。`,
    handling: () => {
      const contact = runningClock(facts, 'contact') ? `，将在 ${due('contact')}与您联系` : '';
      return `${name(facts.lead)}正在办理${contact}，${due('resolve')}办结。`;
    },
    resolved: () => `${name(facts.lead)}已办结。请评价是否真正解决，我们也会电话回访。`,
    rectifying: () => `${name(facts.lead)}正在整改，${due('rectify')}完成。`,
    closed: () => '已归档。谢谢您的反映。',
    declined: () =>
      facts.appealed ? '不予受理，理由已告知您。' : '不予受理，理由已告知您。如不同意，可以申诉一次。',
    withdrawn: () => '您已撤回这件诉求。',
    merged: () => '已与另一件相同的诉求合并办理，结果会同样告诉您。',
  };
  return sentences[facts.state]();
}

const flagsOf = (facts: OrderFacts): string[] =>
  [
    facts.urged > 0 ? `催办 ${facts.urged} 次` : '',
    facts.returns > 0 ? `退单 ${facts.returns} 次` : '',
    facts.appealed ? '申诉' : '',
    facts.supervised > 0 ? `督办 ${facts.supervised} 次` : '',
    facts.reopened > 0 ? '重新办理' : '',
    facts.negativeAt !== null ? '差评或未解决' : '',
    facts.mergedIds.length > 0 ? `并案 ${facts.mergedIds.length} 件` : '',
    facts.hasPhone ? '' : '未留电话',
  ].filter(Boolean);

/** The clock a list shows: the order's own, else whatever runs for its holder. */
const shownClock = (facts: OrderFacts) => {
  const running = facts.clocks.filter((clock) => clock.endedAt === null);
  const main = running.filter((clock) => ['contact', 'resolve', 'rectify'].includes(clock.kind));
  return [...(main.length > 0 ? main : running)].sort((a, b) => a.dueAt - b.dueAt)[0] ?? null;
};

export function presentCard(
  ctx: Context,
  row: OrderRow,
  facts: OrderFacts,
  matterName: string | null,
  sight: Sight,
): OrderCard {
  const words = sight === 'full' ? openWords(ctx.vault, row) : null;
  const clock = sight === 'full' ? shownClock(facts) : null;
  const now = ctx.now();
  const reporter = ctx.actor.kind === 'reporter';
  return {
    number: row.number,
    version: row.version,
    state: facts.state,
    stateWord: stateWords[facts.state],
    channel: row.channel,
    reporterKind: row.reporterKind,
    reporterName: words ? (reporter ? words.name : maskName(words.name)) : null,
    reporterPhone: words?.phone ? maskPhone(words.phone) : null,
    matter: matterName ?? words?.matterText ?? null,
    stage: row.stage,
    excerpt: words ? [...words.story].slice(0, 60).join('') : null,
    town: row.town,
    holder:
      sight === 'full' ? unitRef(ctx, facts.delegates.at(-1) ?? facts.lead ?? facts.dispatchedTo) : null,
    lead: sight === 'full' ? unitRef(ctx, facts.lead) : null,
    complexity: facts.complexity,
    light: clock ? lightOf(clock.dueAt, now) : null,
    dueAt: isoOrNull(clock?.dueAt ?? null),
    countdown: clock ? countdownText(clock.dueAt, now) : null,
    clock: clock?.kind ?? null,
    submittedAt: toIso(row.submittedAt),
    age: spanText(now - row.submittedAt),
    urged: facts.urged,
    round: facts.round,
    flags: sight === 'full' ? flagsOf(facts) : [],
    sentence: sight === 'full' ? sentenceOf(ctx, facts) : '您单位已退回这件工单。',
  };
}

const linkSeconds = 600;
type FileRow = typeof file.$inferSelect;

export async function presentFile(ctx: Context, row: FileRow, index: number): Promise<FileView> {
  const name = row.kind === 'picture' ? `照片${index + 1}.jpg` : `附件${index + 1}.pdf`;
  const link = (key: string | null, contentType: string, fileName?: string) =>
    key ? ctx.store.presignGet(key, linkSeconds, { contentType, fileName }) : Promise.resolve(null);
  return {
    id: row.id,
    kind: row.kind,
    name,
    sizeBytes: row.sizeBytes,
    width: row.width,
    height: row.height,
    url: (await link(row.objectKey, row.contentType, row.kind === 'document' ? name : undefined)) ?? '',
    thumbnailUrl: await link(row.thumbnailKey, 'image/jpeg'),
  };
}

/** Lines a reporter does not see: internal ones, and the district's own reminders. */
const staffOnly = [
  'alarm.sounded',
  'personal.revealed',
  'assist.declined',
  'assist.arbitrated',
  'order.escalated',
  'extension.asked',
];

async function timelineOf(ctx: Context, row: OrderRow, files: Map<string, FileView>) {
  const lines = await ctx.db
    .select()
    .from(event)
    .where(eq(event.chain, `order:${row.id}`))
    .orderBy(asc(event.seq));
  const key = row.orderKey === null ? null : ctx.vault.openOrderKey(row.orderKey);
  const reporter = ctx.actor.kind === 'reporter';
  const shown = lines.filter((line) => !reporter || !(line.internal || staffOnly.includes(line.kind)));
  const entries: z.infer<typeof TimelineEntry>[] = shown.map((line) => {
    const opened = key === null ? { words: {}, files: [] } : openEvent(ctx.vault, key, row.id, line.sealed);
    const title = timelineTitle({
      kind: line.kind,
      data: line.data,
      unit: (id) => ctx.ref.units.get(String(id))?.name ?? '有关单位',
    });
    const by = line.actor.startsWith('reporter')
      ? reporter
        ? '您'
        : '反映人'
      : line.actor === 'system'
        ? '系统'
        : (ctx.ref.units.get(line.actorUnitId ?? '')?.name ?? null);
    return {
      seq: line.seq,
      at: toIso(line.at),
      kind: line.kind,
      title: reporter ? toReporter(title) : title,
      paragraphs: Object.entries(opened.words).map(([name, text]) => ({
        label: wordLabels[name] ?? '说明',
        text,
      })),
      by,
      internal: line.internal,
      files: opened.files.flatMap((id) => files.get(id) ?? []),
    };
  });
  return { entries, lines, key };
}

/** The whole order as this principal may see it; throws nothing that names what may not be seen. */
export async function presentOrder(ctx: Context, row: OrderRow, sight: Sight): Promise<OrderView> {
  const facts = await factsOf(ctx.db, row);
  const [named] = row.matterId
    ? await ctx.db.select({ name: matter.name }).from(matter).where(eq(matter.id, row.matterId))
    : [];
  const card = presentCard(ctx, row, facts, named?.name ?? null, sight);
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
  for (const [index, each] of rows.entries()) files.set(each.id, await presentFile(ctx, each, index));
  const { entries, lines, key } = await timelineOf(ctx, row, files);
  const wordsAt = (kind: string) => {
    const line = [...lines].reverse().find((each) => each.kind === kind);
    return line && key ? { line, words: openEvent(ctx.vault, key, row.id, line.sealed).words } : null;
  };
  const resolved = full && facts.round > 0 ? wordsAt('order.resolved') : null;
  const evaluated = full && facts.evaluation ? wordsAt('order.evaluated') : null;
  const related = [...facts.mergedIds, ...(facts.primaryId ? [facts.primaryId] : [])];
  const numbers =
    related.length > 0 && !reporter
      ? await ctx.db
          .select({ id: order.id, number: order.number })
          .from(order)
          .where(inArray(order.id, related))
      : [];
  const ownUnits = ctx.actor.kind === 'staff' ? ctx.actor.roles.map((held) => held.unitId) : [];
  const own = entries.filter((entry) => entry.kind === 'order.returned');
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
    placeName: ctx.ref.units.get(row.placeUnitId ?? '')?.name ?? null,
    hallName: ctx.ref.units.get(row.hallUnitId ?? '')?.name ?? null,
    triedOn: words?.triedOn ?? null,
    triedTimes: words?.triedTimes ?? null,
    enterpriseName: words
      ? reporter
        ? words.enterpriseName
        : words.enterpriseName && maskName(words.enterpriseName)
      : null,
    onBehalfOf: words ? (reporter ? words.onBehalfOf : words.onBehalfOf && maskName(words.onBehalfOf)) : null,
    phoneVerified: facts.phoneVerified,
    cityNumber: full ? row.cityNumber : null,
    files: [...files.values()].filter((_, index) => rows[index]?.eventSeq === 1),
    clocks: full
      ? facts.clocks
          .filter(
            (clock) =>
              !reporter ||
              ['accept', 'contact', 'resolve', 'rectify', 'dispatch', 'follow-up'].includes(clock.kind),
          )
          .map((clock) => clockView(ctx, clock))
      : [],
    timeline: full ? entries : own,
    commands: allowedCommands(facts, ctx.actor, envOf(ctx)),
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
    reply: resolved
      ? {
          found: resolved.words.found ?? '',
          done: resolved.words.done ?? '',
          rule: resolved.words.rule ?? '',
          next: resolved.words.next ?? null,
          result: resolved.line.data.result as never,
          basis: resolved.words.basis ?? null,
          cause: reporter ? null : (resolved.line.data.cause as never),
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
