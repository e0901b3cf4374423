import type { Db } from '../db/connect';
import type { TicketHost } from '../identity/platform/host-ticket';
import type { ReplayGuard } from '../identity/platform/replay-guard';
import type { WechatPushSettings } from '../identity/platform/wechat-push';
import { createReplayGuard } from '../identity/replay-guard';
import type { PlatformName } from '../notice/platform-templates';
import type { AlipayApp } from '../provider/alipay/alipay-gateway';
import type { TokenStore } from '../provider/provider';
import type { WechatApp } from '../provider/wechat/access-token';
import type { ProviderEnv, Templates } from '../provider-settings';

/** The platforms and host apps this window speaks with; null or empty where none is set. */
export interface Platforms {
  wechat: WechatApp | null;
  alipay: AlipayApp | null;
  /** Where WeChat pushes verdicts on pictures. */
  push: WechatPushSettings | null;
  hosts: TicketHost[];
  used: ReplayGuard;
  /** Message templates by platform and topic. */
  templates: Record<PlatformName, Templates>;
}

export function makePlatforms(env: ProviderEnv, db: Db, tokens: TokenStore, now: () => number): Platforms {
  const wechat =
    env.WECHAT_APP_ID && env.WECHAT_APP_SECRET
      ? {
          appId: env.WECHAT_APP_ID,
          secret: env.WECHAT_APP_SECRET,
          tokens,
          now,
          ...(env.WECHAT_API_URL && { baseUrl: env.WECHAT_API_URL }),
        }
      : null;
  const alipay =
    env.ALIPAY_APP_ID && env.ALIPAY_PRIVATE_KEY && env.ALIPAY_PUBLIC_KEY
      ? {
          appId: env.ALIPAY_APP_ID,
          privateKey: env.ALIPAY_PRIVATE_KEY,
          alipayPublicKey: env.ALIPAY_PUBLIC_KEY,
          ...(env.ALIPAY_ENCRYPT_KEY && { encryptKey: env.ALIPAY_ENCRYPT_KEY }),
          ...(env.ALIPAY_GATEWAY && { gateway: env.ALIPAY_GATEWAY }),
        }
      : null;
  return {
    wechat,
    alipay,
    push:
      wechat && env.WECHAT_PUSH_TOKEN && env.WECHAT_PUSH_AES_KEY
        ? { appId: wechat.appId, token: env.WECHAT_PUSH_TOKEN, encodingAesKey: env.WECHAT_PUSH_AES_KEY }
        : null,
    hosts: env.HOST_TICKETS ?? [],
    used: createReplayGuard(db),
    templates: {
      wechat: env.WECHAT_TEMPLATES ?? {},
      alipay: env.ALIPAY_TEMPLATES ?? {},
      'aliyun-sms': env.ALIYUN_SMS_TEMPLATES ?? {},
    },
  };
}
