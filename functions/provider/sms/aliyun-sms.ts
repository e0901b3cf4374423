import Dysms, { SendSmsRequest } from '@alicloud/dysmsapi20170525';
import { Config } from '@alicloud/openapi-client';
import { codeOf, messageOf, withinDeadline } from '../network-error';
import type { MessageProvider, ProviderTemplate } from '../provider';
import { ProviderError } from '../provider-error';
import { fieldValues, templateFor } from '../template-values';
import { aliyunSmsError } from './aliyun-sms-error';
import { mainlandPhone } from './mainland-phone';

export interface AliyunSmsSettings {
  accessKeyId: string;
  accessKeySecret: string;
  /** The approved signature, without brackets. */
  signName: string;
  templates: Record<string, ProviderTemplate>;
  /** `dysmsapi.aliyuncs.com` unless told. */
  endpoint?: string;
  protocol?: 'HTTP' | 'HTTPS';
  timeoutMs?: number;
}

/** Alibaba Cloud SMS (SendSms) through the official SDK, which tries once: repeating is the outbox's work. */
export function createAliyunSmsProvider(settings: AliyunSmsSettings): MessageProvider {
  const timeoutMs = settings.timeoutMs ?? 8000;
  const client = new Dysms(
    new Config({
      accessKeyId: settings.accessKeyId,
      accessKeySecret: settings.accessKeySecret,
      endpoint: settings.endpoint ?? 'dysmsapi.aliyuncs.com',
      protocol: settings.protocol ?? 'HTTPS',
      connectTimeout: timeoutMs,
      readTimeout: timeoutMs,
    }),
  );
  return {
    id: 'sms',
    async send(message) {
      const template = templateFor(settings.templates, message);
      const request = new SendSmsRequest({
        phoneNumbers: mainlandPhone(message.recipient),
        signName: settings.signName,
        templateCode: template.id,
        templateParam: JSON.stringify(fieldValues(template, message)),
        outId: message.idempotencyKey,
      });
      const { body } = await withinDeadline(timeoutMs, () => client.sendSms(request), classify);
      if (!body?.code) throw new ProviderError('unavailable', { providerCode: 'unreadable_answer' });
      if (body.code !== 'OK') throw aliyunSmsError(body.code);
      return body.bizId ? { providerMessageId: body.bizId } : {};
    },
  };
}

/** A failure the SDK throws carries the HTTP status when a server answered, and the service's own code. */
function classify(problem: unknown): ProviderError | undefined {
  const code = codeOf(problem);
  if (code !== undefined && /timeout/i.test(code)) return new ProviderError('timeout');
  if (/timeout/i.test(messageOf(problem))) return new ProviderError('timeout');
  const status = statusOf(problem);
  if (status === undefined || code === undefined) return undefined;
  const known = aliyunSmsError(code);
  return status >= 500 && known.kind === 'rejected'
    ? new ProviderError('unavailable', { providerCode: code })
    : known;
}

function statusOf(problem: unknown): number | undefined {
  if (typeof problem !== 'object' || problem === null || !('statusCode' in problem)) return undefined;
  return typeof problem.statusCode === 'number' ? problem.statusCode : undefined;
}
