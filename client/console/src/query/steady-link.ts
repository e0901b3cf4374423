import type { FileView, OrderView } from '../../../../shared/order/view';

/** A link is good for ten minutes (spec 4, short-lived); for eight it is kept, then the newest is taken. */
const keptMs = 8 * 60_000;
const kept = new Map<string, { file: FileView; until: number }>();

function steady(file: FileView): FileView {
  const known = kept.get(file.id);
  if (known && known.until > Date.now()) return known.file;
  kept.set(file.id, { file, until: Date.now() + keptMs });
  return file;
}

/** The same order with the links its files had before: asking again how it stands loads no picture anew. */
export const withSteadyLinks = (order: OrderView): OrderView => ({
  ...order,
  files: order.files.map(steady),
  timeline: order.timeline.map((entry) => ({ ...entry, files: entry.files.map(steady) })),
});
