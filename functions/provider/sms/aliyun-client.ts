import Dysms, { SendSmsRequest } from '@alicloud/dysmsapi20170525';
import { Config } from '@alicloud/openapi-client';
import type { AliyunSmsSettings } from './aliyun-sms';

export interface AliyunSms {
  phoneNumbers: string;
  signName: string;
  templateCode: string;
  templateParam: string;
  outId: string;
}

export type SendAliyunSms = (sms: AliyunSms) => Promise<{ code?: string; bizId?: string } | undefined>;

/** The SDK's SendSms with these keys; apart from its caller, so that it is loaded only when needed. */
export function aliyunClient(settings: AliyunSmsSettings & { timeoutMs: number }): SendAliyunSms {
  const client = new Dysms(
    new Config({
      accessKeyId: settings.accessKeyId,
      accessKeySecret: settings.accessKeySecret,
      endpoint: settings.endpoint ?? 'dysmsapi.aliyuncs.com',
      protocol: settings.protocol ?? 'HTTPS',
      connectTimeout: settings.timeoutMs,
      readTimeout: settings.timeoutMs,
    }),
  );
  return async (sms) => (await client.sendSms(new SendSmsRequest(sms))).body;
}
