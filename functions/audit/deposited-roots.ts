import * as z from 'zod';
import type { Db } from '../db/connect';
import { dailyRoot } from './hash';
import { type Broken, hashesOfDay } from './verify-chains';

const DepositedRoot = z.strictObject({
  day: z.iso.date(),
  events: z.coerce.number().int().positive(),
  root: z.string().regex(/^(sm3:)?[0-9a-f]{64}$/),
});
export type DepositedRoot = z.infer<typeof DepositedRoot>;

/** Reads the daily roots as the console exports them (functions/inspection/export-roots.ts); throws where a line is none. */
export function readDepositedRoots(csv: string): DepositedRoot[] {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  if (head !== 'day,events,root') throw new Error('This is not a file of exported daily roots.');
  return lines.map((line, at) => {
    const [day, events, root, ...more] = line.split(',');
    const read = DepositedRoot.safeParse({ day, events, root });
    if (!read.success || more.length > 0) throw new Error(`Line ${at + 2} of the daily roots is damaged.`);
    return read.data;
  });
}

/**
 * Holds the ledger against roots that lay elsewhere: also what was taken out together with its own root is found
 * (spec 8). Answers the first day that differs.
 */
export async function compareDepositedRoots(db: Db, roots: DepositedRoot[]): Promise<Broken | null> {
  for (const { day, events, root } of roots) {
    const hashes = await hashesOfDay(db, day);
    if (hashes.length !== events || dailyRoot(hashes) !== root)
      return { chain: `day:${day}`, seq: null, number: null, what: 'root-differs' };
  }
  return null;
}
