import { join } from 'node:path';
import { fill } from '../bench/scale/fill';
import { startEmbedded } from '../functions/db/embedded/start-embedded';
import { addDays, dayOf, instantAt } from '../shared/sla/instant';
import { openFolder } from './stage';

/** The last Wednesday morning: a made district ends there. */
function lastWednesday(): number {
  let day = dayOf(Date.now());
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 3) day = addDays(day, -1);
  return instantAt(day, '09:30');
}

/** A data folder of a district with so many orders, whole lives over three years, for a server that is started on it. */
export async function makeFullDistrict(orders: number): Promise<string> {
  const dataDir = openFolder('window-district-');
  const embedded = await startEmbedded(join(__dirname, '..'), dataDir, { fsync: false });
  try {
    await fill(embedded.url, dataDir, orders, lastWednesday());
  } finally {
    await embedded.stop();
  }
  return dataDir;
}
