import { and, desc, eq, sql } from 'drizzle-orm';
import { builtInText, checkText } from '../../../shared/notice/check-text';
import {
  type MessageContent,
  type MessageTarget,
  type TemplateEdit,
  type TextEdit,
  targetWords,
} from '../../../shared/notice/message-template';
import { topicTitles } from '../../../shared/notice/topic-title';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { appendAudit } from '../../audit/append-event';
import { canonicalJson } from '../../audit/hash-canonical-json';
import { messageTemplate } from '../../db/schema';
import type { Context } from '../../order/context';

const lock = sql`select pg_advisory_xact_lock(733005)`;

interface Wanted {
  target: MessageTarget;
  topic: string;
  /** The version that the form showed; 0 where there was none. */
  version: number;
  content: MessageContent | null;
}

/** Writes the next version, if nobody wrote one meanwhile; what was and is said stands in the ledger. */
async function writeVersion(ctx: Context, { target, topic, version, content }: Wanted): Promise<number> {
  if (ctx.actor.kind !== 'staff') throw new RuleBroken('order.forbidden', {}, 403);
  const { id: byStaffId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await tx.execute(lock);
    const [last] = await tx
      .select()
      .from(messageTemplate)
      .where(and(eq(messageTemplate.target, target), eq(messageTemplate.topic, topic)))
      .orderBy(desc(messageTemplate.version))
      .limit(1);
    if ((last?.version ?? 0) !== version) throw new RuleBroken('template.changed-meanwhile', {}, 409);
    if (canonicalJson(last?.content ?? null) === canonicalJson(content))
      throw new RuleBroken('template.unchanged', {}, 422);
    await tx
      .insert(messageTemplate)
      .values({ target, topic, version: version + 1, content, byStaffId, at: ctx.now() });
    const what = content === null ? '恢复默认' : 'text' in content ? content.text : `模板 ${content.id}`;
    await appendAudit(tx, ctx.actor, ctx.now(), 'template.changed', {
      target,
      topic,
      version: version + 1,
      content,
      said: `${targetWords[target]}“${topicTitles[topic] ?? topic}”：${what}`,
    });
  });
  ctx.forgetReference();
  return version + 1;
}

/** Writes a text over the built-in one, or goes back to that; an unknown placeholder is refused (spec 5). */
export async function changeText(ctx: Context, { target, topic, text, version }: TextEdit): Promise<number> {
  if (builtInText(target, topic) === undefined)
    throw new RuleBroken('template.topic-unknown', { path: 'topic' }, 422);
  const problems = text === null ? [] : checkText(target, topic, text);
  if (problems.length > 0) throw new RuleBroken('template.text-wrong', { path: 'text', problems }, 422);
  return writeVersion(ctx, { target, topic, version, content: text === null ? null : { text } });
}

/** Says which template of a provider carries a topic, or goes back to what the environment says. */
export async function changePlatformTemplate(ctx: Context, edit: TemplateEdit): Promise<number> {
  const { target, topic, template, version } = edit;
  if (builtInText('reporter', topic) === undefined)
    throw new RuleBroken('template.topic-unknown', { path: 'topic' }, 422);
  return writeVersion(ctx, { target, topic, version, content: template });
}
