import { codeOf, messageOf, withinDeadline } from '../network-error';
import type { MessageProvider, TemplateSource } from '../provider';
import { ProviderError } from '../provider-error';
import { fieldValues, templateFor } from '../template-values';
import type { SendAliyunSms } from './aliyun-client';
import { aliyunSmsError } from './aliyun-sms-error';
import { mainlandPhone } from './mainland-phone';

export interface AliyunSmsSettings {
  accessKeyId: string;
  accessKeySecret: string;
  /** The approved signature, without brackets. */
  signName: string;
  templates: TemplateSource;
  /** `dysmsapi.aliyuncs.com` unless told. */
  endpoint?: string;
  protocol?: 'HTTP' | 'HTTPS';
  timeoutMs?: number;
}

/** Alibaba Cloud SMS (SendSms) through the official SDK, which tries once: repeating is the outbox's work. */
export function createAliyunSmsProvider(settings: AliyunSmsSettings): MessageProvider {
  const timeoutMs = settings.timeoutMs ?? 8000;
  let sender: Promise<SendAliyunSms> | undefined;
  // The SDK takes a quarter of a second to load: only for those who send.
  const load = () =>
    import('./aliyun-client').then(({ aliyunClient }) => aliyunClient({ ...settings, timeoutMs }));
  return {
    id: 'sms',
    async send(message) {
      const template = await templateFor(settings.templates, message);
      const request = {
        phoneNumbers: mainlandPhone(message.recipient),
        signName: settings.signName,
        templateCode: template.id,
        templateParam: JSON.stringify(fieldValues(template, message)),
        outId: message.idempotencyKey,
      };
      sender ??= load();
      const send = await sender;
      const body = await withinDeadline(timeoutMs, () => send(request), classify);
      if (!body?.code) throw new ProviderError('unavailable', { providerCode: 'unreadable_answer' });
      if (body.code !== 'OK') throw aliyunSmsError(body.code);
      return body.bizId ? { providerMessageId: body.bizId } : {};
    },
  };
}

/** A failure the SDK throws carries the HTTP status when a server answered, and the service's own code. */
function classify(problem: unknown): ProviderError | undefined {
  const code = codeOf(problem);
  const status = statusOf(problem);
  if (status === undefined && /timeout/i.test(`${code} ${messageOf(problem)}`))
    return new ProviderError('timeout');
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
