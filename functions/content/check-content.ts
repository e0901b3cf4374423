import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { contentCheck, event, file, order } from '../db/schema';
import { checkAlipayText } from '../identity/platform/alipay-user';
import type { ContentVerdict } from '../identity/platform/content-verdict';
import { checkWechatText, requestWechatMediaCheck } from '../identity/platform/wechat-content';
import type { Deps } from '../order/context';
import { openEvent, openWords } from '../order/words';
import { backoffMs } from '../provider/backoff-ms';
import { ProviderError } from '../provider/provider-error';

type Row = typeof contentCheck.$inferSelect;
const lastTry = 6;
/** WeChat fetches a picture within half an hour and then pushes its verdict. */
const answerWithinMs = 60 * 60_000;
const leaseMs = 60_000;

/** The words of one event in clear; null once the order is erased. */
async function wordsOf(deps: Deps, row: Row): Promise<string | null> {
  const [of] = await deps.db.select().from(order).where(eq(order.id, row.orderId));
  if (!of?.orderKey) return null;
  const [line] = await deps.db
    .select()
    .from(event)
    .where(and(eq(event.orderId, row.orderId), eq(event.seq, row.eventSeq)));
  const key = deps.vault.openOrderKey(of.orderKey);
  const said = Object.values(openEvent(deps.vault, key, of.id, line?.sealed ?? null).words);
  const report = row.eventSeq === 1 ? openWords(deps.vault, of) : null;
  return [...said, report?.matterText, report?.story].filter(Boolean).join('\n');
}

async function pictureOf(deps: Deps, fileId: string): Promise<string | null> {
  const [found] = await deps.db.select().from(file).where(eq(file.id, fileId));
  if (!found?.objectKey || found.kind !== 'picture') return null;
  const shown = { contentType: found.contentType };
  const link = await deps.store.presignGet(found.objectKey, answerWithinMs / 1000, shown);
  return link.startsWith('/') ? `${deps.publicUrl}${link}` : link;
}

const afterVerdict = ({ suggest, label, traceId }: ContentVerdict): Partial<Row> => ({
  state: suggest === 'pass' ? 'passed' : 'flagged',
  label: label ?? null,
  traceId: traceId ?? null,
});

async function ask(deps: Deps, row: Row): Promise<Partial<Row>> {
  const { wechat, alipay } = deps.platforms;
  if (row.fileId) {
    const url = await pictureOf(deps, row.fileId);
    if (!url) return { state: 'passed' };
    if (!wechat || !deps.platforms.push) return { state: 'unchecked' };
    const { traceId } = await requestWechatMediaCheck(wechat, row.subject, url);
    return { state: 'asked', traceId, nextAt: deps.now() + answerWithinMs };
  }
  const text = await wordsOf(deps, row);
  if (!text) return { state: 'passed' };
  if (row.channel === 'wechat' && wechat)
    return afterVerdict(await checkWechatText(wechat, row.subject, text));
  if (row.channel === 'alipay' && alipay) return afterVerdict(await checkAlipayText(alipay, text));
  return { state: 'unchecked' };
}

function afterFailure(row: Row, error: unknown, now: number): Partial<Row> {
  const known = error instanceof ProviderError ? error : null;
  const attempts = row.attempts + 1;
  if (known?.retryable === false || attempts >= lastTry) return { attempts, state: 'unchecked' };
  return { attempts, nextAt: now + Math.max(backoffMs(attempts, Math.random), known?.retryAfterMs ?? 0) };
}

/** Asks the platforms about what is waiting; what they do not answer in time is shown to staff as unchecked. */
export async function checkContent(deps: Deps, bound = 100): Promise<number> {
  const due = await deps.db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(contentCheck)
      .where(and(inArray(contentCheck.state, ['waiting', 'asked']), lte(contentCheck.nextAt, deps.now())))
      .orderBy(asc(contentCheck.nextAt))
      .limit(bound)
      .for('update', { skipLocked: true });
    if (rows.length > 0)
      await tx
        .update(contentCheck)
        .set({ nextAt: deps.now() + leaseMs })
        .where(
          inArray(
            contentCheck.id,
            rows.map(({ id }) => id),
          ),
        );
    return rows;
  });
  for (const row of due) {
    const left =
      row.state === 'asked'
        ? { state: 'unchecked' as const }
        : await ask(deps, row).catch((error: unknown) => afterFailure(row, error, deps.now()));
    await deps.db.update(contentCheck).set(left).where(eq(contentCheck.id, row.id));
  }
  return due.length;
}
