import { connect } from '../db/connect';
import { readEnv } from '../env';
import type { Deps } from '../order/context';
import { makeDeps } from '../start/make-deps';

let made: Deps | null = null;

/** One set of connections per instance, made at its first call and kept while it is warm. */
export function warmDeps(): Deps {
  if (made) return made;
  const config = readEnv();
  if (!config.databaseUrl) throw new Error('The setting DATABASE_URL is needed in the cloud.');
  made = makeDeps(config, connect(config.databaseUrl, config.databasePool).db);
  return made;
}
