import * as z from 'zod';
import type { Instant } from '../../../shared/sla/instant';
import { call, parseAnswer, statusError } from '../call';
import type { MessageProvider } from '../provider';
import { ProviderError, type ProviderErrorKind } from '../provider-error';
import { signedBody } from '../signed-body';
import { mainlandPhone } from './mainland-phone';

export interface HttpSmsSettings {
  url: string;
  keyId: string;
  secret: string;
  signName: string;
  now: () => Instant;
  timeoutMs?: number;
  ca?: string;
}

const SmsAnswer = z.object({ id: z.string().optional(), code: z.string().optional() });

const kinds: Record<string, ProviderErrorKind> = {
  bad_recipient: 'bad-recipient',
  refused_by_user: 'refused-by-user',
  throttled: 'throttled',
  misconfigured: 'misconfigured',
  unavailable: 'unavailable',
};

/**
 * Any other SMS gateway, by one small JSON protocol: POST {id, phone, sign, template, params, text}, the same `id` at
 * every try so that the gateway drops a second copy, with the headers of `signedBody`. Answer 2xx {id}, or {code} of `bad_recipient`, `refused_by_user`,
 * `throttled`, `misconfigured`, `unavailable`; any other code is a rejection for good.
 */
export function createHttpSmsProvider(settings: HttpSmsSettings): MessageProvider {
  return {
    id: 'sms',
    dropsRepeats: true,
    async send(message) {
      const body = JSON.stringify({
        id: message.idempotencyKey,
        phone: mainlandPhone(message.recipient),
        sign: settings.signName,
        template: message.template,
        params: message.params,
        text: message.text,
      });
      const answer = await call({
        url: settings.url,
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': message.idempotencyKey,
          'x-key-id': settings.keyId,
          ...signedBody(settings.secret, settings.now(), message.idempotencyKey, body),
        },
        timeoutMs: settings.timeoutMs,
        ca: settings.ca,
      });
      const failed = statusError(answer);
      const told = SmsAnswer.safeParse(jsonOrNothing(answer.text)).data;
      if (told?.code)
        throw new ProviderError(kinds[told.code] ?? failed?.kind ?? 'rejected', {
          providerCode: told.code,
          retryAfterMs: failed?.retryAfterMs,
        });
      if (failed) throw failed;
      const { id } = parseAnswer(answer.text, SmsAnswer);
      return id ? { providerMessageId: id } : {};
    },
  };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
