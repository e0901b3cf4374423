import { runningClock } from '../../shared/order/clock';
import type { Clock, OrderFacts } from '../../shared/order/facts';
import { nextStep } from '../../shared/order/next-step';
import type { Sight } from '../../shared/order/permission';
import { isOpen } from '../../shared/order/state';
import type { OrderCard } from '../../shared/order/view';
import { stateWords } from '../../shared/order/vocabulary';
import { formatMoment, toIso } from '../../shared/sla/instant';
import { countdownText, lightOf, spanText } from '../../shared/sla/light';
import type { Context } from './context';
import { maskName, maskPhone } from './mask';
import type { OrderRow } from './order-row';
import { isoOrNull, unitRef } from './present-clock';
import { envOf } from './run-order-command';
import { noDue } from './save-waits';
import { openWords } from './words';

/**
 * Who has it, by when, and what happens next: one sentence for the reporter (spec 1). A merged one goes with its
 * primary, whose reporter alone is called before it is resolved.
 */
function sentenceOf(ctx: Context, facts: OrderFacts, primary: OrderFacts | null): string {
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
  if (facts.state !== 'merged' || !primary) return sentences[facts.state]();
  const own = sentenceOf(ctx, { ...primary, clocks: primary.clocks.filter(isShared) }, null);
  return isOpen(primary.state) && primary.state !== 'resolved' ? `${sentences.merged()}${own}` : own;
}

/** Of a primary's clocks those that a merged reporter is told: the first contact is with the primary's own reporter. */
export const isShared = ({ kind }: Clock): boolean =>
  ['dispatch', 'accept', 'resolve', 'rectify'].includes(kind);

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
const shownClock = (clocks: Clock[]) => {
  const running = clocks.filter((clock) => clock.endedAt === null);
  const main = running.filter((clock) => ['contact', 'resolve', 'rectify'].includes(clock.kind));
  return [...(main.length > 0 ? main : running)].sort((a, b) => a.dueAt - b.dueAt)[0] ?? null;
};

interface Shown {
  matter: string | null;
  sight: Sight;
  /** As it stands in a queue: the due of that very duty. */
  wait?: { dueAt: number } | null;
  /** What a merged one goes with, where the reporter reads it. */
  primary?: OrderFacts | null;
}

/** One line of a list, as this principal may see it. */
export function presentCard(
  ctx: Context,
  row: OrderRow,
  facts: OrderFacts,
  { matter, sight, wait, primary = null }: Shown,
): OrderCard {
  const words = sight === 'full' ? openWords(ctx.vault, row) : null;
  const { lead, delegates, dispatchedTo } = primary ?? facts;
  const clocks = primary ? primary.clocks.filter(isShared) : facts.clocks;
  const clock = sight === 'full' ? shownClock(clocks) : null;
  const dueAt = wait ? (wait.dueAt < noDue ? wait.dueAt : null) : (clock?.dueAt ?? null);
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
    matter: matter ?? words?.matterText ?? null,
    stage: row.stage,
    excerpt: words ? [...words.story].slice(0, 60).join('') : null,
    town: sight === 'full' ? row.town : null,
    holder: sight === 'full' ? unitRef(ctx, delegates.at(-1) ?? lead ?? dispatchedTo) : null,
    lead: sight === 'full' ? unitRef(ctx, lead) : null,
    complexity: sight === 'full' ? facts.complexity : null,
    light: dueAt === null ? null : lightOf(dueAt, now),
    dueAt: isoOrNull(dueAt),
    countdown: dueAt === null ? null : countdownText(dueAt, now),
    clock: clock?.kind ?? null,
    submittedAt: toIso(row.submittedAt),
    age: spanText(now - row.submittedAt),
    urged: sight === 'full' ? facts.urged : 0,
    round: sight === 'full' ? facts.round : 0,
    flags: sight === 'full' ? flagsOf(facts) : [],
    next: sight === 'full' && row.orderKey !== null ? nextStep(facts, envOf(ctx)) : null,
    sentence: sight === 'full' ? sentenceOf(ctx, facts, primary) : '您单位已退回这件工单。',
  };
}
