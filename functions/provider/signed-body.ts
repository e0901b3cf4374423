import { createHmac } from 'node:crypto';
import type { Instant } from '../../shared/sla/instant';

/**
 * Headers that prove who wrote a body and when, as the Standard Webhooks specification names them: HMAC-SHA-256 over
 * `id.timestamp.body` (timestamp in seconds), base64, with the secret's UTF-8 bytes as the key.
 */
export function signedBody(secret: string, now: Instant, id: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
