import { and, eq } from 'drizzle-orm';
import type { Change } from '../../shared/order/command/rule';
import type { Tx } from '../db/connect';
import { contentCheck, reporterIdentity } from '../db/schema';
import type { Context } from '../order/context';

/**
 * Has the platform a report came through look at the reporter's new words and pictures (spec 5): written down in the
 * transaction that saves them, asked afterwards.
 */
export async function watchContent(
  tx: Tx,
  ctx: Context,
  { facts, events }: Change,
  seqs: number[],
): Promise<void> {
  const { channel } = facts;
  if (ctx.actor.kind !== 'reporter' || !facts.reporterAccountId) return;
  if ((channel !== 'wechat' && channel !== 'alipay') || !ctx.platforms[channel]) return;
  const [known] = await tx
    .select({ subject: reporterIdentity.subject })
    .from(reporterIdentity)
    .where(
      and(eq(reporterIdentity.reporterId, facts.reporterAccountId), eq(reporterIdentity.channel, channel)),
    )
    .limit(1);
  if (!known) return;
  const same = {
    orderId: facts.id,
    channel,
    subject: known.subject,
    state: 'waiting' as const,
    nextAt: ctx.now(),
    createdAt: ctx.now(),
  };
  const rows = events.flatMap((each, at) => {
    const eventSeq = seqs[at] ?? 1;
    const told = each.kind === 'order.submitted' || Object.keys(each.words).length > 0;
    const pictures = channel === 'wechat' ? each.files : [];
    return [
      ...(told ? [{ ...same, eventSeq }] : []),
      ...[...new Set(pictures)].map((fileId) => ({ ...same, eventSeq, fileId })),
    ];
  });
  if (rows.length > 0) await tx.insert(contentCheck).values(rows);
}
