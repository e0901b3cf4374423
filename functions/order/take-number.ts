import { sql } from 'drizzle-orm';
import { makeOrderNumber } from '../../shared/order/number';
import { RuleBroken } from '../../shared/order/rule-broken';
import { dayOf } from '../../shared/sla/instant';
import type { Db } from '../db/connect';
import { numberBlock } from '../db/schema';

const blockSize = 20;
const lastSerial = 99_999;
const held = new Map<Db, { day: string; next: number; end: number }>();
const waiting = new Map<Db, Promise<void>>();

async function fetchBlock(db: Db, day: string): Promise<void> {
  const [row] = await db
    .insert(numberBlock)
    .values({ day, next: 1 + blockSize })
    .onConflictDoUpdate({ target: numberBlock.day, set: { next: sql`${numberBlock.next} + ${blockSize}` } })
    .returning({ next: numberBlock.next });
  const end = row?.next ?? 0;
  held.set(db, { day, next: end - blockSize, end });
}

/**
 * The next order number of the Shanghai day. Each process takes blocks, so that no submit waits for another's
 * transaction; gaps are allowed, duplicates never happen. Above 99999 a day: `order.numbers-used-up` (spec 4).
 */
export async function takeNumber(db: Db, now: number): Promise<string> {
  const day = dayOf(now);
  for (;;) {
    const block = held.get(db);
    if (block?.day === day && block.next < block.end) {
      const serial = block.next++;
      if (serial > lastSerial) throw new RuleBroken('order.numbers-used-up', {}, 409);
      return makeOrderNumber(day, serial);
    }
    const fetching = waiting.get(db) ?? fetchBlock(db, day).finally(() => waiting.delete(db));
    waiting.set(db, fetching);
    await fetching;
  }
}
