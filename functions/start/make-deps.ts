import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { referenceCache } from '../catalogue/load-reference';
import type { Db } from '../db/connect';
import { type Config, SettingError } from '../env';
import { createDirectoryStore } from '../file/directory-store';
import { createS3Store } from '../file/s3-store';
import type { Deps } from '../order/context';
import { webhookEndpoints } from '../partner/webhook-endpoint';
import { createTokenStore } from '../provider/token-store';
import { createVault } from '../vault/create-vault';
import { readMasterKeys } from '../vault/master-keys';
import { makePlatforms } from './make-platforms';
import { makeReporterOidc } from './make-reporter-oidc';
import { makeSenders } from './make-senders';
import { makeStaffOidc } from './make-staff-oidc';

interface Keys {
  masterKeys: string;
  indexKey: string;
}

/** Keys of the demonstration are made once and kept beside its data; production must bring its own (spec 8). */
function keysOf(config: Config): Keys {
  if (config.masterKeys && config.indexKey)
    return { masterKeys: config.masterKeys, indexKey: config.indexKey };
  if (config.production)
    throw new SettingError('The settings MASTER_KEYS and INDEX_KEY are needed in production.');
  const path = join(config.dataDir, 'demonstration-keys.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Keys;
  const key = () => randomBytes(32).toString('base64');
  const keys = { masterKeys: `demo:${key()}`, indexKey: key() };
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(path, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** Puts together what the server needs; `now` is replaced in tests only. */
export function makeDeps(config: Config, db: Db, now: () => number = Date.now): Deps {
  const keys = keysOf(config);
  const indexKey = Buffer.from(keys.indexKey, 'base64');
  const vault = createVault({
    masterKeys: readMasterKeys(keys.masterKeys),
    indexKey,
    algorithm: config.sealAlgorithm,
  });
  const signingKey = createHash('sha256').update('blob-links').update(indexKey).digest();
  const directory = createDirectoryStore({
    directory: join(config.dataDir, 'files'),
    signingKey,
    baseUrl: '',
    now,
  });
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const cache = referenceCache(db, now);
  const ticketKey = createHash('sha256').update('oidc-tickets').update(indexKey).digest('base64');
  const reporterOidc = makeReporterOidc(config.providers, publicUrl, ticketKey);
  const told = makePlatforms(config.providers, db, createTokenStore(db, vault), now);
  const platforms = { ...told, hosts: [...told.hosts, ...(reporterOidc ? [reporterOidc.host] : [])] };
  const log = pino({ level: config.logLevel, base: null });
  return {
    db,
    vault,
    store: config.s3 ? createS3Store(config.s3) : directory,
    blobs: config.s3 ? null : { signingKey, store: directory },
    ...cache,
    now,
    newId: randomUUID,
    production: config.production,
    publicUrl,
    proxies: config.proxies,
    frameAncestors: config.frameAncestors,
    platforms,
    oidc: makeStaffOidc(config.providers, publicUrl),
    reporterOidc,
    smsSignName: config.smsSignName,
    senders: makeSenders(config, {
      platforms,
      reference: cache.reference,
      now,
      webhook: { source: publicUrl, endpointOf: webhookEndpoints(db, vault, now) },
    }),
    log,
  };
}
