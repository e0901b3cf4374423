import { and, eq } from 'drizzle-orm';
import { fillNotice, type NoticeFacts } from '../../shared/notice/topic';
import { topicTitles } from '../../shared/notice/topic-title';
import type { Change, NoticeDraft } from '../../shared/order/command/rule';
import type { OrderFacts } from '../../shared/order/facts';
import type { Tx } from '../db/connect';
import { inbox, outbox, staff, staffRole } from '../db/schema';
import type { Context } from '../order/context';
import { orderToken } from '../order/order-token';
import { openWords } from '../order/words';
import { textOf } from './notice-text';
import { outboxRow } from './outbox-row';
import { platformRecipients } from './platform-recipients';
import { bareSms, linkedTopics, smsText } from './sms-text';
import { templateParamsOf } from './template-params';
import { unitContacts } from './unit-contacts';

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

/**
 * Staff who are told: the unit's handler (a deputy stands in when there is none at hand), its head, or a district role.
 * Where nobody is at hand, it waits for who comes back: no message is for nobody.
 */
async function staffFor(
  tx: Tx,
  to: Exclude<NoticeDraft['to'], 'reporter'>,
  now: number,
): Promise<{ id: string; unitId: string }[]> {
  const wanted =
    'role' in to
      ? [eq(staffRole.role, to.role)]
      : [eq(staffRole.unitId, to.unitId), eq(staffRole.role, to.who)];
  const rows = await tx
    .select({
      id: staff.id,
      unitId: staffRole.unitId,
      deputy: staffRole.deputy,
      absentUntil: staff.absentUntil,
    })
    .from(staffRole)
    .innerJoin(staff, eq(staff.id, staffRole.staffId))
    .where(and(eq(staff.active, true), ...wanted));
  const here = rows.filter(({ absentUntil }) => absentUntil === null || absentUntil < now);
  const reached = here.length > 0 ? here : rows;
  const first = reached.filter((row) => !row.deputy);
  return first.length > 0 ? first : reached;
}

async function tellReporter(
  tx: Tx,
  ctx: Context,
  told: Told,
  change: Change,
  draft: NoticeDraft,
  dedupe: string,
) {
  const { facts } = change;
  const { topic } = draft;
  const said = noticeFacts(ctx, told, change, draft);
  const text = fillNotice(textOf(ctx, 'reporter', topic), said);
  const same = { topic, orderId: told.id, dedupe };
  if (facts.reporterAccountId) {
    const recipient = `reporter:${facts.reporterAccountId}`;
    const sealed = ctx.vault.sealMaster(text, 'inbox');
    await tx
      .insert(inbox)
      .values({ recipient, at: ctx.now(), topic, orderId: told.id, number: told.number, sealed });
    for (const { provider, to } of await platformRecipients(tx, ctx, facts.reporterAccountId, topic)) {
      const recipientKey = ctx.vault.blindIndex(provider, to);
      const link = `follow/order/index?number=${told.number}`;
      const params = templateParamsOf(said, topic, ctx.now());
      await tx
        .insert(outbox)
        .values(outboxRow(ctx, { ...same, provider, recipientKey, to, text, params, link }));
    }
  }
  const phone = openWords(ctx.vault, told)?.phone;
  if (!phone) return;
  const link =
    facts.phoneVerified && linkedTopics.has(topic)
      ? `${ctx.publicUrl}/link?token=${await orderToken(tx, ctx, told.id, true)}`
      : undefined;
  const message = {
    ...same,
    provider: 'sms',
    recipientKey: ctx.vault.blindIndex('phone', phone),
    to: phone,
    text: facts.phoneVerified ? smsText(text, link) : bareSms(told.number, facts.state),
    ...(facts.phoneVerified && { params: templateParamsOf(said, topic, ctx.now()) }),
    ...(link && { link }),
  };
  await tx.insert(outbox).values(outboxRow(ctx, message));
}

async function tellStaff(
  tx: Tx,
  ctx: Context,
  told: Told,
  change: Change,
  draft: NoticeDraft,
  dedupe: string,
  heard: Set<string>,
) {
  const { topic } = draft;
  const to = draft.to as Exclude<NoticeDraft['to'], 'reporter'>;
  const said = noticeFacts(ctx, told, change, draft);
  const template = textOf(ctx, 'staff', topic);
  const text = fillNotice(template, said);
  const by = ctx.causedBy ?? ctx.actor;
  const isNews = (whom: string) => {
    const key = `${whom} ${text}`;
    const isNew = !heard.has(key);
    heard.add(key);
    return isNew;
  };
  const people = (await staffFor(tx, to, ctx.now()))
    .filter(({ id }) => by.kind !== 'staff' || id !== by.id)
    .filter(({ id }) => isNews(id));
  if (people.length === 0) return;
  const sealed = ctx.vault.sealMaster(text, 'inbox');
  await tx.insert(inbox).values(
    people.map(({ id }) => ({
      recipient: `staff:${id}`,
      at: ctx.now(),
      topic,
      orderId: told.id,
      number: told.number,
      sealed,
    })),
  );
  // Group robots and mail carry no free words: those stay behind the sign-in.
  const outside = fillNotice(template, { ...said, words: {} });
  const contacts = await unitContacts(tx, ctx, [...new Set(people.map(({ unitId }) => unitId))]);
  for (const contact of contacts.filter(({ id }) => isNews(id))) {
    const recipientKey = `unit:${contact.id}`;
    const subject = `工单 ${told.number} ${topicTitles[topic] ?? '有新进展'}`;
    const { provider, to } = contact;
    const message = { provider, to, recipientKey, topic, orderId: told.id, dedupe, text: outside, subject };
    await tx.insert(outbox).values(outboxRow(ctx, message));
  }
}

/**
 * Writes the messages of a change, in the transaction that caused them; never to the one who acted (spec 5), and to
 * whoever holds several posts once.
 */
export async function writeNotices(tx: Tx, ctx: Context, told: Told, change: Change): Promise<void> {
  const heard = new Set<string>();
  for (const [index, draft] of change.notices.entries()) {
    const dedupe = `${told.number}:${change.facts.version}:${change.events[0]?.kind}:${draft.topic}:${index}:${ctx.now()}`;
    if (draft.to === 'reporter') await tellReporter(tx, ctx, told, change, draft, dedupe);
    else await tellStaff(tx, ctx, told, change, draft, dedupe, heard);
  }
}
