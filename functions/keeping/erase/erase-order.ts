import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { OrderFacts } from '../../../shared/order/facts';
import { dayMs } from '../../../shared/sla/instant';
import { actorName, appendEvents } from '../../audit/append-event';
import type { Tx } from '../../db/connect';
import { contentCheck, file, idempotency, inbox, order, outbox, reporterToken } from '../../db/schema';
import type { Context } from '../../order/context';
import { factsOf, lockOrderById, updateOrder } from '../../order/order-row';

type FileRow = typeof file.$inferSelect;
const ended: OrderFacts['state'][] = ['closed', 'declined', 'withdrawn'];

/** Nothing runs any more on these orders, so that they can be erased (spec 8): what went under another ends with it. */
const hasEnded = ({ state, closedAt }: OrderFacts) =>
  ended.includes(state) || (state === 'merged' && closedAt !== null);

/** The same as a condition on the orders' rows, together with there being something left to erase. */
export const erasable = and(
  isNotNull(order.orderKey),
  or(inArray(order.state, ended), and(eq(order.state, 'merged'), isNotNull(order.closedAt))),
);

/**
 * Destroys the key of an ended order and everything that tells of its reporter outside that key: search tokens, phone
 * index, messages, links, kept answers, files. Numbers, times, states and the chain of hashes stay as they are (spec 8). Answers the
 * keys of stored files that are now to be deleted, or null when the order has not ended or is erased already.
 */
export async function eraseOrder(
  tx: Tx,
  ctx: Context,
  orderId: string,
  kind: 'order.erased' | 'order.anonymised',
): Promise<string[] | null> {
  const row = await lockOrderById(tx, orderId);
  if (!row?.orderKey) return null;
  const facts = await factsOf(tx, row);
  if (!hasEnded(facts)) return null;
  const { clocks: _, custody: __, version: ___, ...kept } = facts;
  const ledger = await appendEvents(
    tx,
    `order:${row.id}`,
    { length: row.eventCount, hash: row.lastEventHash },
    [
      {
        orderId: row.id,
        at: ctx.now(),
        kind,
        actor: kind === 'order.erased' ? 'reporter:order' : actorName(ctx.actor),
        actorUnitId: null,
        data: {},
        sealed: null,
        internal: false,
      },
    ],
  );
  await updateOrder(tx, row.id, {
    orderKey: null,
    sealed: '',
    searchTokens: [],
    phoneIndex: null,
    reporterId: null,
    queryCodeHash: '',
    facts: { ...kept, reporterAccountId: null, hasPhone: false, phoneVerified: false },
    version: row.version + 1,
    changedAt: ctx.now(),
    eventCount: ledger.length,
    lastEventHash: ledger.hash,
  });
  await tx.delete(inbox).where(or(eq(inbox.orderId, row.id), eq(inbox.number, row.number)));
  await tx.delete(outbox).where(eq(outbox.orderId, row.id));
  await tx.delete(idempotency).where(eq(idempotency.orderNumber, row.number));
  await tx.delete(reporterToken).where(eq(reporterToken.orderId, row.id));
  await tx.delete(contentCheck).where(eq(contentCheck.orderId, row.id));
  const files = await tx.select().from(file).where(eq(file.orderId, row.id));
  await tx
    .update(file)
    .set({ owner: 'erased', uploadKey: null, objectKey: null, thumbnailKey: null })
    .where(eq(file.orderId, row.id));
  await leaveToSweep(tx, ctx, files);
  return files.flatMap(keysOf);
}

const keysOf = ({ uploadKey, objectKey, thumbnailKey }: FileRow) =>
  [uploadKey, objectKey, thumbnailKey].filter((key) => key !== null);

/** The bytes are deleted after this transaction; what a crash leaves of them the hourly sweep of uploads takes away. */
async function leaveToSweep(tx: Tx, ctx: Context, files: FileRow[]): Promise<void> {
  const left = files.filter((each) => keysOf(each).length > 0);
  if (left.length === 0) return;
  await tx.insert(file).values(
    left.map(({ kind, contentType, sizeBytes, uploadKey, objectKey, thumbnailKey }) => ({
      ...{ kind, contentType, sizeBytes, uploadKey, objectKey, thumbnailKey },
      id: ctx.newId(),
      owner: 'erased',
      state: 'waiting' as const,
      createdAt: ctx.now() - 2 * dayMs,
    })),
  );
}
