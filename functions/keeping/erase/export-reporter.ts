import { asc, desc, eq } from 'drizzle-orm';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { inbox, order, reporter, reporterIdentity } from '../../db/schema';
import { presentReporter } from '../../identity/reporter-account';
import type { Context } from '../../order/context';
import { presentOrder } from '../../order/present-order';
import { openWords } from '../../order/words';

const most = 1000;

/** Everything that is held on the signed-in reporter, in words a person can read (spec 8). */
export async function exportReporter(ctx: Context, accountId: string) {
  const [row] = await ctx.db.select().from(reporter).where(eq(reporter.id, accountId));
  const [identities, rows, messages] = await Promise.all([
    ctx.db.select().from(reporterIdentity).where(eq(reporterIdentity.reporterId, accountId)).limit(50),
    ctx.db
      .select()
      .from(order)
      .where(eq(order.reporterId, accountId))
      .orderBy(desc(order.submittedAt))
      .limit(most),
    ctx.db
      .select()
      .from(inbox)
      .where(eq(inbox.recipient, `reporter:${accountId}`))
      .orderBy(asc(inbox.id))
      .limit(most * 10),
  ]);
  const orders = [];
  for (const each of rows)
    orders.push({ ...(await presentOrder(ctx, each, 'full')), told: openWords(ctx.vault, each) });
  await ctx.db.transaction((tx) => appendAudit(tx, ctx.actor, ctx.now(), 'reporter.exported', {}));
  const clearPhone = row?.phone ? ctx.vault.unsealMaster(row.phone, 'reporter:phone') : null;
  return {
    exportedAt: toIso(ctx.now()),
    account: row ? { ...presentReporter(ctx, row), phone: clearPhone, since: toIso(row.createdAt) } : null,
    identities: identities.map(({ channel }) => channel),
    orders,
    messages: messages.map((each) => ({
      at: toIso(each.at),
      number: each.number,
      text: ctx.vault.unsealMaster(each.sealed, 'inbox'),
    })),
  };
}
