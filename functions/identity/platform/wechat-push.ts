import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { ContentVerdict } from './content-verdict';
import { IdentityRefused } from './identity-refused';

export interface WechatPushSettings {
  appId: string;
  /** Token of 消息推送. */
  token: string;
  /** 43 characters. The push must be set to 安全模式 and JSON. */
  encodingAesKey: string;
}

export interface WechatPushQuery {
  timestamp?: string;
  nonce?: string;
  signature?: string;
  msg_signature?: string;
  echostr?: string;
}

export type MediaVerdict = ContentVerdict & { traceId: string; failed: boolean };

const signatureOf = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

function requireSignature(given: string | undefined, ...parts: string[]): void {
  const expected = Buffer.from(signatureOf(...parts));
  const shown = Buffer.from(given ?? '');
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected))
    throw new IdentityRefused('identity.signature_invalid');
}

/** The text to answer when WeChat verifies the push address; throws IdentityRefused for anyone else. */
export function answerWechatEcho(settings: WechatPushSettings, query: WechatPushQuery): string {
  requireSignature(query.signature, settings.token, query.timestamp ?? '', query.nonce ?? '');
  return query.echostr ?? '';
}

const MediaEvent = z.object({
  Event: z.literal('wxa_media_check'),
  appid: z.string(),
  trace_id: z.string().min(1),
  errcode: z.coerce.number(),
  result: z
    .object({
      suggest: z.enum(['pass', 'review', 'risky']),
      label: z.union([z.number(), z.string()]).optional(),
    })
    .optional(),
});

/**
 * The verdict in a push of mediaCheckAsync; null for another event, which is only to be acknowledged. A check that
 * WeChat could not make (`failed`) counts as `review`. Only encrypted pushes: the signature of a plain one does not
 * cover its content. Throws IdentityRefused.
 */
export function readWechatMediaPush(
  settings: WechatPushSettings,
  query: WechatPushQuery,
  body: unknown,
): MediaVerdict | null {
  const envelope = z.object({ Encrypt: z.string() }).safeParse(body);
  if (!envelope.success) throw new IdentityRefused('identity.malformed');
  const sealed = envelope.data.Encrypt;
  requireSignature(query.msg_signature, settings.token, query.timestamp ?? '', query.nonce ?? '', sealed);
  const event = MediaEvent.safeParse(openPush(settings, sealed));
  if (!event.success) return null;
  const { appid, trace_id, errcode, result } = event.data;
  if (appid !== settings.appId) throw new IdentityRefused('identity.issuer_unknown');
  if (errcode !== 0 || !result) return { suggest: 'review', traceId: trace_id, failed: true };
  const label = result.label === undefined ? undefined : String(result.label);
  return { suggest: result.suggest, label, traceId: trace_id, failed: false };
}

/** AES-256-CBC over 16 random bytes, the length in 4, the message and the app's id; padded to blocks of 32. */
function openPush(settings: WechatPushSettings, sealed: string): unknown {
  const key = Buffer.from(`${settings.encodingAesKey}=`, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
    const bytes = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    const end = 20 + bytes.readUInt32BE(16);
    if (bytes.subarray(end).toString('utf8') !== settings.appId)
      throw new IdentityRefused('identity.issuer_unknown');
    return JSON.parse(bytes.subarray(20, end).toString('utf8'));
  } catch (problem) {
    throw problem instanceof IdentityRefused ? problem : new IdentityRefused('identity.malformed');
  }
}
