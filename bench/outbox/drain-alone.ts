import { connect } from '../../functions/db/connect';
import { readEnv } from '../../functions/env';
import { drainOutbox } from '../../functions/jobs/drain-outbox';
import type { Sender } from '../../functions/provider/sender';
import { makeDeps } from '../../functions/start/make-deps';

/** A process of its own that drains the outbox until it is killed: settings by environment, clock by `NOW`. */
async function main(): Promise<void> {
  const config = readEnv({ ...process.env, LOG_LEVEL: 'silent' });
  const ahead = Number(process.env.NOW) - Date.now();
  const { db } = connect(config.databaseUrl ?? '', 10);
  const deps = makeDeps(config, db, () => Date.now() + ahead);
  const gateway = deps.senders.sms;
  if (!gateway) throw new Error('No gateway is set.');
  const sms: Sender = process.env.DROPS_REPEATS ? gateway : (message) => gateway(message);
  process.send?.('ready');
  for (;;) {
    await drainOutbox(deps, { sms }, 20_000);
    await new Promise((done) => setTimeout(done, 20));
  }
}

void main();
