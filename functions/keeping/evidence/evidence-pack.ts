import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { asc, eq } from 'drizzle-orm';
import { formatMoment, toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { verifyChains } from '../../audit/verify-chains';
import { event, file, staff } from '../../db/schema';
import type { Context } from '../../order/context';
import type { OrderRow } from '../../order/order-row';
import { presentOrder } from '../../order/present-order';
import { readme, verifyScript } from './verify-script';

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

async function eventsOf(ctx: Context, row: OrderRow) {
  const chain = `order:${row.id}`;
  const lines = await ctx.db.select().from(event).where(eq(event.chain, chain)).orderBy(asc(event.seq));
  const events = lines.map(({ id: _, chain: __, at, ...rest }) => ({ ...rest, at: toIso(at) }));
  return { chain, length: row.eventCount, lastHash: row.lastEventHash, events };
}

async function whoTakes(ctx: Context): Promise<string> {
  if (ctx.actor.kind !== 'staff') return '系统';
  const [person] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, ctx.actor.id));
  return `${ctx.ref.units.get(ctx.actor.roles[0]?.unitId ?? '')?.name ?? ''}${person?.name ?? ''}`;
}

/**
 * Everything that proves what happened to one order, as a zip that can be checked without this system (spec 8): its
 * events with their hashes, its files with their checksums, the verdict of today. In the ledger before it goes out.
 */
export async function evidencePack(ctx: Context, row: OrderRow): Promise<ReadableStream> {
  const { ZipArchive } = await import('archiver');
  await ctx.db.transaction((tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'evidence.exported', { number: row.number }),
  );
  const out = new PassThrough();
  const zip = new ZipArchive({ zlib: { level: 6 } });
  zip.on('error', (error: Error) => out.destroy(error));
  zip.pipe(out);
  const sums: string[] = [];
  const add = (name: string, bytes: Buffer) => {
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
    zip.append(bytes, { name });
  };
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const fill = async () => {
    const files = await ctx.db
      .select()
      .from(file)
      .where(eq(file.orderId, row.id))
      .orderBy(asc(file.createdAt));
    for (const [at, each] of files.entries()) {
      if (!each.objectKey) continue;
      const name = `files/${at + 1}-${each.id}.${extensions[each.contentType] ?? 'bin'}`;
      add(name, await ctx.store.get(each.objectKey));
    }
    add('order.json', json(await presentOrder(ctx, row, 'full')));
    add('events.json', json(await eventsOf(ctx, row)));
    add('verdict.json', json(await verifyChains(ctx.db, row.number)));
    add('verify.mjs', Buffer.from(verifyScript));
    add('说明.txt', Buffer.from(readme(row.number, formatMoment(ctx.now()), await whoTakes(ctx))));
    zip.append(`${sums.join('\n')}\n`, { name: 'checksums.txt' });
    await zip.finalize();
  };
  fill().catch((error: Error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream;
}
