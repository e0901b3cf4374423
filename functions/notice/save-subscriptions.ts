import { and, eq, inArray, sql } from 'drizzle-orm';
import { messageGrant, reporterIdentity } from '../db/schema';
import type { Context } from '../order/context';
import { platformTemplates } from './platform-templates';

/** How many one-time consents are kept for one template: WeChat itself counts them, more would be refused there. */
const mostKept = 20;

/** Keeps what the person answered to the platform's question; refused ones take the consent back (spec 5). */
export async function saveSubscriptions(
  ctx: Context,
  accountId: string,
  answers: { template: string; result: string }[],
): Promise<void> {
  const longTerm = new Map<string, boolean>();
  for (const name of ['wechat', 'alipay'] as const)
    for (const { id, longTerm: long } of Object.values(platformTemplates(ctx, name)))
      longTerm.set(`${name}:${id}`, name === 'alipay' || Boolean(long));
  await ctx.db.transaction(async (tx) => {
    const known = await tx
      .select()
      .from(reporterIdentity)
      .where(
        and(
          eq(reporterIdentity.reporterId, accountId),
          inArray(reporterIdentity.channel, ['wechat', 'alipay']),
        ),
      );
    for (const { channel, subject } of known) {
      for (const { template, result } of answers) {
        const long = longTerm.get(`${channel}:${template}`);
        if (long === undefined) continue;
        const key = and(
          eq(messageGrant.channel, channel),
          eq(messageGrant.subject, subject),
          eq(messageGrant.template, template),
        );
        if (result !== 'accept') {
          await tx.delete(messageGrant).where(key);
          continue;
        }
        const row = { channel, subject, template, left: long ? null : 1, grantedAt: ctx.now() };
        await tx
          .insert(messageGrant)
          .values(row)
          .onConflictDoUpdate({
            target: [messageGrant.channel, messageGrant.subject, messageGrant.template],
            set: {
              grantedAt: ctx.now(),
              left: long ? null : sql`least(coalesce(${messageGrant.left}, 0) + 1, ${mostKept})`,
            },
          });
      }
    }
  });
}
