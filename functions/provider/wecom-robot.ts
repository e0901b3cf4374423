import * as z from 'zod';
import { callJson } from './call';
import type { MessageProvider } from './provider';
import { ProviderError, type ProviderErrorKind } from './provider-error';

export interface WecomRobotSettings {
  /** `https://qyapi.weixin.qq.com` unless told; 政务微信 has its own. */
  baseUrl?: string;
  timeoutMs?: number;
  ca?: string;
}

const RobotAnswer = z.object({ errcode: z.number() });

const kinds: Record<number, ProviderErrorKind> = {
  [-1]: 'unavailable',
  45009: 'throttled',
  45033: 'throttled',
  93000: 'bad-recipient',
  93008: 'bad-recipient',
};

const minuteMs = 60_000;

/** Text cut to this many UTF-8 bytes at a whole character, with … where something was lost. */
export function fitBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  let kept = '';
  let size = Buffer.byteLength('…');
  for (const letter of text) {
    size += Buffer.byteLength(letter);
    if (size > limit) break;
    kept += letter;
  }
  return `${kept}…`;
}

/** A robot in a staff group of WeCom or 政务微信; the recipient is the robot's key. At most 20 messages a minute. */
export function createWecomProvider(settings: WecomRobotSettings): MessageProvider {
  return {
    id: 'wecom',
    async send(message) {
      if (!/^[\w-]{8,128}$/.test(message.recipient))
        throw new ProviderError('bad-recipient', { providerCode: 'robot_key' });
      const link = message.link && /^https?:/i.test(message.link) ? `\n${message.link}` : '';
      const content = fitBytes(message.text, 2048 - Buffer.byteLength(link)) + link;
      const { errcode } = await callJson(
        {
          url: `${settings.baseUrl ?? 'https://qyapi.weixin.qq.com'}/cgi-bin/webhook/send?key=${message.recipient}`,
          body: { msgtype: 'text', text: { content } },
          timeoutMs: settings.timeoutMs,
          ca: settings.ca,
        },
        RobotAnswer,
      );
      if (errcode === 0) return {};
      const retryAfterMs = errcode === 45009 || errcode === 45033 ? minuteMs : undefined;
      throw new ProviderError(kinds[errcode] ?? 'rejected', { providerCode: errcode, retryAfterMs });
    },
  };
}
