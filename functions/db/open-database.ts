import { connectAsOwner } from './connect';
import { startEmbedded } from './embedded/start-embedded';

/** The database of the settings, for a command; the embedded one is stopped again when no server runs on it. */
export async function openDatabase(root: string, dataDir: string, given: string | null) {
  if (given) return { url: given, close: async () => undefined };
  const embedded = await startEmbedded(root, dataDir);
  const probe = await connectAsOwner(embedded.url);
  const { rows } = await probe.query<{ free: boolean }>('select pg_try_advisory_lock(733002) as free');
  await probe.end();
  return { url: embedded.url, close: () => (rows[0]?.free ? embedded.stop() : Promise.resolve()) };
}
