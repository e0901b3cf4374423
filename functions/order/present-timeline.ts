import { asc, eq } from 'drizzle-orm';
import type * as z from 'zod';
import { type LineFacts, timelineTitle, toReporter, wordLabels } from '../../shared/notice/timeline';
import { englishLabel, englishTitle } from '../../shared/notice/timeline-english';
import type { FileView, TimelineEntry } from '../../shared/order/view';
import { toIso } from '../../shared/sla/instant';
import { event } from '../db/schema';
import type { Context } from './context';
import type { OrderRow } from './order-row';
import { openEvent } from './words';

/** Lines a reporter does not see: internal ones, and the district's own reminders. */
const staffOnly = [
  'alarm.sounded',
  'personal.revealed',
  'assist.declined',
  'assist.arbitrated',
  'order.escalated',
  'extension.asked',
];

/** Of what units write and send to each other a reporter sees that it happened, not the words and files. */
const betweenUnits = [
  'assist.asked',
  'assist.replied',
  'assist.dropped',
  'order.delegated',
  'delegation.returned',
  'delegation.recalled',
];

const routed = ['order.dispatched', 'order.not-routed'];

/** The ledger of an order in plain words, as far as this principal may read it. */
export async function presentTimeline(ctx: Context, row: OrderRow, files: Map<string, FileView>) {
  const lines = await ctx.db
    .select()
    .from(event)
    .where(eq(event.chain, `order:${row.id}`))
    .orderBy(asc(event.seq));
  const key = row.orderKey === null ? null : ctx.vault.openOrderKey(row.orderKey);
  const reporter = ctx.actor.kind === 'reporter';
  const shown = lines.filter((line) => !reporter || !(line.internal || staffOnly.includes(line.kind)));
  const entries: z.infer<typeof TimelineEntry>[] = shown.map((line) => {
    const kept = key === null || (reporter && betweenUnits.includes(line.kind));
    const opened = kept ? { words: {}, files: [] } : openEvent(ctx.vault, key, row.id, line.sealed);
    const facts = (nobody: string): LineFacts => ({
      kind: line.kind,
      data: line.data,
      unit: (id) => ctx.ref.units.get(String(id))?.name ?? nobody,
    });
    const title = timelineTitle(facts('有关单位'));
    // A rule decided in the very moment of submitting: that was not the reporter's doing.
    const byReporter = line.actor.startsWith('reporter') && !routed.includes(line.kind);
    const bySystem = line.actor === 'system' || (line.actor.startsWith('reporter') && !byReporter);
    const by = byReporter
      ? reporter
        ? '您'
        : '反映人'
      : bySystem
        ? '系统'
        : (ctx.ref.units.get(line.actorUnitId ?? '')?.name ?? null);
    return {
      seq: line.seq,
      at: toIso(line.at),
      kind: line.kind,
      title: reporter ? toReporter(title) : title,
      english: reporter ? englishTitle(facts('the unit')) : null,
      paragraphs: Object.entries(opened.words).map(([name, text]) => ({
        label: wordLabels[name] ?? '说明',
        english: englishLabel(name),
        text,
      })),
      by,
      internal: line.internal,
      files: opened.files.flatMap((id) => files.get(id) ?? []),
    };
  });
  return { entries, lines, key };
}
