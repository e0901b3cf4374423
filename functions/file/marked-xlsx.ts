import { eq } from 'drizzle-orm';
import { formatMoment } from '../../shared/sla/instant';
import { appendAudit } from '../audit/append-event';
import { staff } from '../db/schema';
import type { Context } from '../order/context';
import { type Column, streamXlsx } from './xlsx-stream';

interface Export<Row> {
  /** How the ledger of events calls it, and what of it was asked for; `q` are words that were searched for. */
  what: string;
  asked: Record<string, unknown>;
  title: string;
  columns: Column<Row>[];
  rows: AsyncIterable<Row>;
}

/** What was asked for, without the words: they may be a reporter's, and the ledger of events never forgets (spec 8). */
function withoutWords({ q, ...asked }: Record<string, unknown>): Record<string, unknown> {
  return typeof q === 'string' ? { ...asked, wordLength: [...q].length } : asked;
}

/**
 * A list as .xlsx, marked with who took it and when, in the ledger of events before its first row goes out and again,
 * with their number, after its last (spec 6, 7).
 */
export async function markedXlsx<Row>(ctx: Context, wanted: Export<Row>): Promise<ReadableStream> {
  if (ctx.actor.kind !== 'staff') throw new Error('Only staff export.');
  const { what, asked, title, columns, rows } = wanted;
  const { id, roles } = ctx.actor;
  const [person] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, id));
  const unit = ctx.ref.units.get(roles[0]?.unitId ?? '')?.name ?? '';
  const record = (kind: string, data: Record<string, unknown>) =>
    ctx.db.transaction((tx) => appendAudit(tx, ctx.actor, ctx.now(), kind, data));
  await record('ledger.exported', { what, filter: withoutWords(asked) });
  const note = `${title}　${unit} ${person?.name ?? ''} 于 ${formatMoment(ctx.now())} 导出，仅供工作使用，请勿外传`;
  return streamXlsx({ name: title.slice(0, 31), note, columns, rows }, (count) =>
    record('export.finished', { what, rows: count }),
  );
}

/** All pages of a key-set list, one after the other. */
export async function* everyPage<Row>(
  read: (cursor: string | undefined) => Promise<{ items: Row[]; next: string | null }>,
): AsyncIterable<Row> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor);
}
