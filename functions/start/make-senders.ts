import type { Config } from '../env';
import { type PlatformName, platformTemplates } from '../notice/platform-templates';
import type { Reference } from '../order/context';
import { createAlipayProvider } from '../provider/alipay/template-message';
import type { MessageProvider, TemplateSource } from '../provider/provider';
import { localSender, type Senders, senderOf } from '../provider/sender';
import { createAliyunSmsProvider } from '../provider/sms/aliyun-sms';
import { createHttpSmsProvider } from '../provider/sms/http-sms';
import { createSmtpProvider } from '../provider/smtp';
import { createWebhookProvider, type WebhookSettings } from '../provider/webhook/signed-webhook';
import { createWechatProvider } from '../provider/wechat/subscribe-message';
import { createWecomProvider } from '../provider/wecom-robot';
import type { Platforms } from './make-platforms';

/** Alibaba Cloud where its keys are set, else the district's own gateway. */
function smsOf(config: Config, templates: TemplateSource, now: () => number): MessageProvider | null {
  const env = config.providers;
  if (env.ALIYUN_SMS_ACCESS_KEY_ID && env.ALIYUN_SMS_ACCESS_KEY_SECRET)
    return createAliyunSmsProvider({
      accessKeyId: env.ALIYUN_SMS_ACCESS_KEY_ID,
      accessKeySecret: env.ALIYUN_SMS_ACCESS_KEY_SECRET,
      signName: config.smsSignName,
      templates,
    });
  return config.sms ? createHttpSmsProvider({ ...config.sms, now }) : null;
}

function emailOf(config: Config): MessageProvider | null {
  const env = config.providers;
  if (!env.SMTP_HOST || !env.SMTP_FROM) return null;
  return createSmtpProvider({
    host: env.SMTP_HOST,
    port: env.SMTP_PORT,
    secure: env.SMTP_PORT === 465,
    from: env.SMTP_FROM,
    ...(env.SMTP_USER && { user: env.SMTP_USER }),
    ...(env.SMTP_PASSWORD && { password: env.SMTP_PASSWORD }),
  });
}

interface Parts {
  platforms: Platforms;
  reference: () => Promise<Reference>;
  now: () => number;
  /** Where partners are told, and as whom. */
  webhook: Pick<WebhookSettings, 'endpointOf' | 'source'>;
}

/**
 * Who carries which messages (spec 5): every provider that is set, each behind its own circuit breaker. In the
 * demonstration what is not set stays readable at the console's outbox page.
 */
export function makeSenders(config: Config, { platforms, reference, now, webhook }: Parts): Senders {
  const { wechat, alipay } = platforms;
  const templates = (name: PlatformName) => async () =>
    platformTemplates({ platforms, ref: await reference() }, name);
  const wecom = config.providers.WECOM_API_URL ? { baseUrl: config.providers.WECOM_API_URL } : {};
  const providers: Record<string, MessageProvider | null> = {
    sms: smsOf(config, templates('aliyun-sms'), now),
    wechat: wechat && createWechatProvider(wechat, { templates: templates('wechat') }),
    alipay: alipay && createAlipayProvider(alipay, { templates: templates('alipay') }),
    wecom: config.production ? createWecomProvider(wecom) : null,
    email: emailOf(config),
    webhook: createWebhookProvider({
      ...webhook,
      now,
      allowedNetworks: config.providers.WEBHOOK_ALLOWED_NETWORKS,
    }),
  };
  const senders: Senders = {};
  for (const [name, provider] of Object.entries(providers)) {
    if (provider) senders[name] = senderOf(provider, now);
    else if (!config.production) senders[name] = localSender;
  }
  return senders;
}
