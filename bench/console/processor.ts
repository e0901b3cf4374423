import { readFileSync } from 'node:fs';
import type { TestWorld } from '../../functions/testing/database';

/** Milliseconds a process has been on a processor, as Linux counts them; 0 where that is not told. */
function ranFor(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000_000;
  } catch {
    return 0;
  }
}

/**
 * The processor time (ms) that this process and its sessions in the database have used so far: what a call costs however
 * busy the machine is with other things.
 */
export function watchProcessor(world: TestWorld): () => number {
  /** A session that has ended keeps what it worked. */
  const sessions = new Map<number, number>();
  world.connection.pool.on('acquire', (client) => {
    if ('processID' in client && typeof client.processID === 'number')
      sessions.set(client.processID, sessions.get(client.processID) ?? 0);
  });
  return () => {
    const { user, system } = process.cpuUsage();
    for (const [pid, before] of sessions) sessions.set(pid, Math.max(before, ranFor(pid)));
    return [...sessions.values()].reduce((sum, worked) => sum + worked, (user + system) / 1_000);
  };
}
