import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { messageGrant, reporterIdentity } from '../db/schema';
import type { Context } from '../order/context';
import { platformTemplates } from './platform-templates';

const platforms = ['wechat', 'alipay'] as const;

/**
 * Where a platform may tell a reporter of this topic: a template for it is set, the person is known there, and has
 * granted it. A one-time grant is spent here, in the transaction that writes the message (spec 5).
 */
export async function platformRecipients(tx: Tx, ctx: Context, accountId: string, topic: string) {
  const wanted = platforms.filter((name) => platformTemplates(ctx, name)[topic]);
  if (wanted.length === 0) return [];
  const known = await tx
    .select()
    .from(reporterIdentity)
    .where(and(eq(reporterIdentity.reporterId, accountId), inArray(reporterIdentity.channel, wanted)))
    .limit(10);
  const told: { provider: (typeof platforms)[number]; to: string }[] = [];
  for (const { channel, subject } of known) {
    const provider = channel as (typeof platforms)[number];
    const template = platformTemplates(ctx, provider)[topic]?.id ?? '';
    const granted = await tx
      .update(messageGrant)
      .set({ left: sql`${messageGrant.left} - 1` })
      .where(
        and(
          eq(messageGrant.channel, channel),
          eq(messageGrant.subject, subject),
          eq(messageGrant.template, template),
          or(isNull(messageGrant.left), gt(messageGrant.left, 0)),
        ),
      )
      .returning({ template: messageGrant.template });
    if (granted.length > 0) told.push({ provider, to: subject });
  }
  return told;
}
