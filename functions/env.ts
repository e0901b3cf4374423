import * as z from 'zod';
import { type ProviderEnv, ProviderSettings, partGroup, wantedProviders } from './provider-settings';

const keyList = z.string().min(1);
const Settings = z.object({
  ...ProviderSettings.shape,
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  PROXIES: z.coerce.number().int().min(0).max(9).optional(),
  PUBLIC_URL: z.url().optional(),
  NODE_ENV: z.string().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  MASTER_KEYS: keyList.optional(),
  INDEX_KEY: keyList.optional(),
  SEAL_ALGORITHM: z.enum(['aes-256-gcm', 'sm4-gcm']).default('aes-256-gcm'),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().default('cn-northwest-1'),
  S3_ENDPOINT: z.url().optional(),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_KEY_ID: z.string().min(1).optional(),
  SMS_GATEWAY_SECRET: z.string().min(16).optional(),
  SMS_SIGN_NAME: z.string().min(2).max(20).default('崇明区政务服务'),
  FRAME_ANCESTORS: z
    .string()
    .regex(/^[\s,]*(https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?([\s,]+|$))*$/)
    .default(''),
  BACKUP_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  port: number;
  host: string;
  /** How many reverse proxies stand in front; null: one on this machine is known by itself. */
  proxies: number | null;
  publicUrl: string | null;
  production: boolean;
  dataDir: string;
  databaseUrl: string | null;
  databasePool: number;
  masterKeys: string | null;
  indexKey: string | null;
  sealAlgorithm: 'aes-256-gcm' | 'sm4-gcm';
  s3: { bucket: string; region: string; endpoint?: string } | null;
  /** The generic HTTP SMS gateway; null where none is set. */
  sms: { url: string; keyId: string; secret: string; signName: string } | null;
  smsSignName: string;
  /** Platforms and messengers beside that gateway. */
  providers: ProviderEnv;
  frameAncestors: string[];
  /** Seals back-ups; needed by the commands `backup` and `restore` alone. */
  backupKey: Buffer | null;
  logLevel: string;
}

const wanted: Partial<Record<keyof z.infer<typeof Settings>, string>> = {
  ...wantedProviders,
  FRAME_ANCESTORS: 'origins of the host apps by commas, such as https://host.example or https://*.example',
  PORT: 'a whole number from 0 to 65535',
  PROXIES: 'how many reverse proxies stand in front, 0 to 9',
  PUBLIC_URL: 'the whole address, such as https://window.example.cn',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/database',
  DATABASE_POOL: 'a whole number from 1 to 200',
  SEAL_ALGORITHM: 'aes-256-gcm or sm4-gcm',
  S3_BUCKET: 'the name of a bucket, three characters or more',
  S3_ENDPOINT: 'the whole address of the object store',
  SMS_GATEWAY_URL: 'the whole address of the SMS gateway',
  SMS_GATEWAY_SECRET: 'a secret of 16 characters or more',
  BACKUP_KEY: '32 bytes in base64, made with: openssl rand -base64 32',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent',
};

function smsOf(env: z.infer<typeof Settings>): Config['sms'] {
  if (!env.SMS_GATEWAY_URL) return null;
  if (!env.SMS_GATEWAY_KEY_ID || !env.SMS_GATEWAY_SECRET)
    throw new SettingError('SMS_GATEWAY_URL needs SMS_GATEWAY_KEY_ID and SMS_GATEWAY_SECRET beside it.');
  return {
    url: env.SMS_GATEWAY_URL,
    keyId: env.SMS_GATEWAY_KEY_ID,
    secret: env.SMS_GATEWAY_SECRET,
    signName: env.SMS_SIGN_NAME,
  };
}

/** A setting that is missing or wrong, in one sentence that names it. */
export class SettingError extends Error {}

/** Reads the settings once; throws `SettingError` naming the first that does not do. */
export function readEnv(source: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const read = Settings.safeParse(given);
  if (!read.success) {
    const name = read.error.issues[0]?.path[0] as keyof typeof wanted;
    throw new SettingError(
      `The setting ${name} must be ${wanted[name] ?? 'given in the form README.md shows'}.`,
    );
  }
  const env = read.data;
  const production = env.NODE_ENV === 'production';
  for (const name of ['DATABASE_URL', 'MASTER_KEYS', 'INDEX_KEY', 'PUBLIC_URL'] as const) {
    if (production && !env[name]) throw new SettingError(`The setting ${name} is needed in production.`);
  }
  const part = partGroup(env);
  if (part) throw new SettingError(part);
  return {
    port: env.PORT,
    host: env.HOST,
    proxies: env.PROXIES ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    production,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    databasePool: env.DATABASE_POOL,
    masterKeys: env.MASTER_KEYS ?? null,
    indexKey: env.INDEX_KEY ?? null,
    sealAlgorithm: env.SEAL_ALGORITHM,
    s3: env.S3_BUCKET ? { bucket: env.S3_BUCKET, region: env.S3_REGION, endpoint: env.S3_ENDPOINT } : null,
    sms: smsOf(env),
    smsSignName: env.SMS_SIGN_NAME,
    providers: ProviderSettings.parse(given),
    frameAncestors: env.FRAME_ANCESTORS.split(/[\s,]+/).filter(Boolean),
    backupKey: env.BACKUP_KEY ? Buffer.from(env.BACKUP_KEY, 'base64') : null,
    logLevel: env.LOG_LEVEL,
  };
}
