import type pg from 'pg';
import { reporter } from '../../functions/db/schema';
import type { Deps } from '../../functions/order/context';
import { copier } from './copy-rows';
import { uuidOf } from './random';

/** The account of a made-up telephone. */
export const accountOf = (phone: string): string => uuidOf(900, Number(phone.slice(-4)));

/** An account for each of the ten thousand made-up telephones. */
export async function writeReporters(client: pg.Client, deps: Deps): Promise<void> {
  const into = copier(reporter);
  for (let at = 0; at < 10_000; at += 1) {
    const phone = `1380000${String(at).padStart(4, '0')}`;
    into.add({
      id: accountOf(phone),
      phoneIndex: deps.vault.blindIndex('phone', phone),
      phone: deps.vault.sealMaster(phone, 'reporter:phone'),
      name: deps.vault.sealMaster('示例市民', 'reporter:name'),
      kind: 'person',
      createdAt: deps.now(),
    });
  }
  await into.flush(client);
}
