import { and, eq } from 'drizzle-orm';
import { type NoticeFacts, reporterTexts, staffTexts } from '../../shared/notice/topic';
import type { Change, NoticeDraft } from '../../shared/order/command/rule';
import type { OrderFacts } from '../../shared/order/facts';
import type { Tx } from '../db/connect';
import { inbox, outbox, staff, staffRole } from '../db/schema';
import type { Context } from '../order/context';
import { type OrderWords, openWords } from '../order/words';

interface Told {
  id: string;
  number: string;
  orderKey: string | null;
  sealed: string;
  queryCode?: string;
}

const dueOf = (facts: OrderFacts, kind: string) =>
  facts.clocks.find((clock) => clock.kind === kind && clock.endedAt === null)?.dueAt ?? null;

function noticeFacts(ctx: Context, told: Told, change: Change, draft: NoticeDraft): NoticeFacts {
  const { facts } = change;
  const named =
    typeof draft.params.unitId === 'string' ? draft.params.unitId : (facts.lead ?? facts.dispatchedTo);
  const unit = named ? ctx.ref.units.get(named) : undefined;
  return {
    number: told.number,
    unit: unit?.name ?? null,
    unitPhone: unit?.phone ?? null,
    queryCode: told.queryCode ?? null,
    acceptBy: dueOf(facts, 'accept'),
    contactBy: dueOf(facts, 'contact'),
    resolveBy: dueOf(facts, 'rectify') ?? dueOf(facts, 'resolve'),
    dispatchBy: dueOf(facts, 'dispatch'),
    words: Object.assign({}, ...change.events.map((each) => each.words)) as Record<string, string>,
    params: draft.params,
  };
}

/** Staff who are told: the unit's handler (a deputy stands in when there is none), its head, or a district role. */
async function staffFor(tx: Tx, to: Exclude<NoticeDraft['to'], 'reporter'>): Promise<string[]> {
  const wanted =
    'role' in to
      ? [eq(staffRole.role, to.role)]
      : [eq(staffRole.unitId, to.unitId), eq(staffRole.role, to.who)];
  const rows = await tx
    .select({ id: staff.id, deputy: staffRole.deputy })
    .from(staffRole)
    .innerJoin(staff, eq(staff.id, staffRole.staffId))
    .where(and(eq(staff.active, true), ...wanted));
  const first = rows.filter((row) => !row.deputy);
  return (first.length > 0 ? first : rows).map((row) => row.id);
}

interface Message {
  provider: string;
  recipientKey: string;
  topic: string;
  to: string;
  text: string;
  dedupe: string;
}

function outboxRow(ctx: Context, told: Told, message: Message) {
  return {
    provider: message.provider,
    recipientKey: message.recipientKey,
    topic: message.topic,
    orderId: told.id,
    dedupeKey: message.dedupe,
    sealed: ctx.vault.sealMaster(JSON.stringify({ to: message.to, text: message.text }), 'outbox'),
    state: 'waiting' as const,
    nextAt: ctx.now(),
    createdAt: ctx.now(),
  };
}

/** An unverified phone gets number and state alone, never words, code or link (spec 4). */
const bare = (number: string) => `您登记的诉求 ${number} 有新进展，请凭回执上的查询码查看。`;

/** Writes the messages of a change, in the transaction that caused them; never to the one who acted (spec 5). */
export async function writeNotices(tx: Tx, ctx: Context, told: Told, change: Change): Promise<void> {
  const { facts } = change;
  const words: OrderWords | null = openWords(ctx.vault, told);
  for (const [index, draft] of change.notices.entries()) {
    const dedupe = `${told.number}:${facts.version}:${change.events[0]?.kind}:${draft.topic}:${index}:${ctx.now()}`;
    if (draft.to === 'reporter') {
      const text = reporterTexts[draft.topic]?.(noticeFacts(ctx, told, change, draft));
      if (!text) throw new Error(`No text for the topic ${draft.topic}`);
      if (facts.reporterAccountId) {
        const sealed = ctx.vault.sealMaster(text, 'inbox');
        await tx.insert(inbox).values({
          recipient: `reporter:${facts.reporterAccountId}`,
          at: ctx.now(),
          topic: draft.topic,
          orderId: told.id,
          number: told.number,
          sealed,
        });
      }
      if (words?.phone) {
        const recipientKey = ctx.vault.blindIndex('phone', words.phone);
        const sent = facts.phoneVerified ? text : bare(told.number);
        await tx.insert(outbox).values(
          outboxRow(ctx, told, {
            provider: 'sms',
            recipientKey,
            topic: draft.topic,
            to: words.phone,
            text: sent,
            dedupe,
          }),
        );
      }
      continue;
    }
    const text = staffTexts[draft.topic]?.(noticeFacts(ctx, told, change, draft));
    if (!text) throw new Error(`No text for the topic ${draft.topic}`);
    const actor = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
    const people = (await staffFor(tx, draft.to)).filter((id) => id !== actor);
    if (people.length === 0) continue;
    const sealed = ctx.vault.sealMaster(text, 'inbox');
    await tx.insert(inbox).values(
      people.map((id) => ({
        recipient: `staff:${id}`,
        at: ctx.now(),
        topic: draft.topic,
        orderId: told.id,
        number: told.number,
        sealed,
      })),
    );
  }
}
