import * as z from 'zod';

const Templates = z.record(
  z.string(),
  z.strictObject({
    id: z.string().min(1),
    fields: z.record(z.string(), z.string()),
    page: z.string().optional(),
    /** A template a person grants once and for all (长期订阅). */
    longTerm: z.boolean().optional(),
  }),
);

const Hosts = z.array(
  z.strictObject({
    id: z.enum(['suishenban', 'enterprise-cloud', 'enterprise-web', 'ywtb']),
    alg: z.enum(['ES256', 'HS256']),
    key: z.string().min(32),
    audience: z.string().min(1),
  }),
);

const json = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        ctx.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(shape);

const given = z.string().min(1).optional();

/** Plain http only on this machine. */
const issuer = z
  .string()
  .regex(/^https:\/\/[^\s]+$|^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/)
  .optional();

/** Settings of the platforms and messengers beside the SMS gateway; each group is whole or absent. */
export const ProviderSettings = z.object({
  WECHAT_APP_ID: given,
  WECHAT_APP_SECRET: given,
  WECHAT_API_URL: z.url().optional(),
  WECHAT_TEMPLATES: json(Templates).optional(),
  WECHAT_PUSH_TOKEN: given,
  WECHAT_PUSH_AES_KEY: z.string().length(43).optional(),
  ALIPAY_APP_ID: given,
  ALIPAY_PRIVATE_KEY: given,
  ALIPAY_PUBLIC_KEY: given,
  ALIPAY_ENCRYPT_KEY: given,
  ALIPAY_GATEWAY: z.url().optional(),
  ALIPAY_TEMPLATES: json(Templates).optional(),
  ALIYUN_SMS_ACCESS_KEY_ID: given,
  ALIYUN_SMS_ACCESS_KEY_SECRET: given,
  ALIYUN_SMS_TEMPLATES: json(Templates).optional(),
  WECOM_API_URL: z.url().optional(),
  SMTP_HOST: given,
  SMTP_PORT: z.coerce.number().int().min(1).max(65535).default(465),
  SMTP_USER: given,
  SMTP_PASSWORD: given,
  SMTP_FROM: given,
  HOST_TICKETS: json(Hosts).optional(),
  /** Private networks partner systems may sit in, by commas, as `10.1.0.0/16`; the open internet is always allowed. */
  WEBHOOK_ALLOWED_NETWORKS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()])))
    .optional(),
  /** Staff may sign in by the government's OpenID provider. */
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: given,
  OIDC_CLIENT_SECRET: given,
  OIDC_NAME: z.string().min(2).max(12).default('政务账号'),
  /** Reporters from 一网通办 by its OpenID provider. */
  YWTB_OIDC_ISSUER: issuer,
  YWTB_OIDC_CLIENT_ID: given,
  YWTB_OIDC_CLIENT_SECRET: given,
});

export type ProviderEnv = z.infer<typeof ProviderSettings>;
export type Templates = z.infer<typeof Templates>;

export const wantedProviders: Record<string, string> = {
  WECHAT_API_URL: 'the whole address of the WeChat server',
  WECHAT_TEMPLATES: 'JSON: our topic → {id, fields, page}',
  WECHAT_PUSH_AES_KEY: 'the 43 characters of EncodingAESKey',
  ALIPAY_GATEWAY: 'the whole address of the Alipay gateway',
  ALIPAY_TEMPLATES: 'JSON: our topic → {id, fields, page}',
  ALIYUN_SMS_TEMPLATES: 'JSON: our topic → {id, fields}',
  WECOM_API_URL: 'the whole address of the WeCom server',
  SMTP_PORT: 'a whole number from 1 to 65535',
  WEBHOOK_ALLOWED_NETWORKS: 'networks like 10.1.0.0/16, separated by commas',
  HOST_TICKETS: 'JSON: a list of {id, alg, key, audience}',
  OIDC_ISSUER: 'the https address of the OpenID provider',
  YWTB_OIDC_ISSUER: 'the https address of the OpenID provider',
  OIDC_NAME: 'what staff call that account, 2 to 12 characters',
};

/** Groups that make sense only together. */
const groups: string[][] = [
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'],
  ['WECHAT_PUSH_TOKEN', 'WECHAT_PUSH_AES_KEY'],
  ['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'],
  ['ALIYUN_SMS_ACCESS_KEY_ID', 'ALIYUN_SMS_ACCESS_KEY_SECRET', 'ALIYUN_SMS_TEMPLATES'],
  ['SMTP_HOST', 'SMTP_FROM'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['YWTB_OIDC_ISSUER', 'YWTB_OIDC_CLIENT_ID'],
];

/** The first group that is given in part, as a sentence; null when all are whole. */
export function partGroup(env: ProviderEnv): string | null {
  const set = env as Record<string, unknown>;
  const part = groups.find((names) => names.some((name) => set[name]) && !names.every((name) => set[name]));
  if (!part) return null;
  const missing = part.filter((name) => !set[name]);
  return `The setting ${missing.join(' and ')} is needed beside ${part.find((name) => set[name])}.`;
}
