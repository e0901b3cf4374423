import { createCipheriv, sign } from 'node:crypto';
import { startAlipay } from '../../functions/provider/testing/alipay-server';
import { type Reply, type SeenRequest, startTestServer } from '../../functions/provider/testing/test-server';
import type { Platform } from './package-files';
import type { Person } from './wire';

/** The documented answers of api.weixin.qq.com: the last letters of a code are the person's phone. */
function wechatAnswer({ path, query, json }: SeenRequest): Reply {
  const phone = String(json.code ?? '').slice(-11);
  const bodies: Record<string, unknown> = {
    '/cgi-bin/stable_token': { access_token: 'token-example', expires_in: 7200 },
    '/sns/jscode2session': { openid: `openid-${query.get('js_code')?.slice(-11)}`, session_key: 'k' },
    '/wxa/business/getuserphonenumber': {
      errcode: 0,
      phone_info: { purePhoneNumber: phone, countryCode: '86', watermark: { appid: 'wx-example' } },
    },
    '/wxa/msg_sec_check': { errcode: 0, trace_id: 'trace-1', result: { suggest: 'pass', label: 100 } },
    '/wxa/media_check_async': { errcode: 0, trace_id: 'trace-2' },
    '/cgi-bin/message/subscribe/send': { errcode: 0 },
  };
  return path in bodies ? { body: bodies[path] } : { status: 404, body: { errcode: 48001 } };
}

const encryptKey = Buffer.alloc(16, 3).toString('base64');

export interface PlatformServers {
  /** Settings of our server that point at these. */
  settings: Record<string, string>;
  /** What the phone of this person gives on a platform. */
  person(platform: Platform, phone: string): Person;
  close(): Promise<void>;
}

/** WeChat's and Alipay's servers as far as signing in, the phone button and content checks need them. */
export async function startPlatformServers(): Promise<PlatformServers> {
  const wechat = await startTestServer(wechatAnswer);
  const alipay = await startAlipay(({ method, params }) =>
    method === 'alipay.system.oauth.token'
      ? { user_id: `2088${params.code?.slice(-11)}`, access_token: 'token-example' }
      : { code: '10000', msg: 'Success', action: 'PASSED', unique_id: 'unique-1' },
  );
  const sealed = (mobile: string) => {
    const cipher = createCipheriv('aes-128-cbc', Buffer.from(encryptKey, 'base64'), Buffer.alloc(16));
    const said = JSON.stringify({ code: '10000', msg: 'Success', mobile });
    const response = cipher.update(said, 'utf8', 'base64') + cipher.final('base64');
    const seal = sign('RSA-SHA256', Buffer.from(`"${response}"`), alipay.signingKey).toString('base64');
    return JSON.stringify({ response, sign: seal, sign_type: 'RSA2', encrypt_type: 'AES', charset: 'UTF-8' });
  };
  return {
    settings: {
      WECHAT_APP_ID: 'wx-example',
      WECHAT_APP_SECRET: 'secret-example',
      WECHAT_API_URL: wechat.url,
      ALIPAY_APP_ID: alipay.app.appId,
      ALIPAY_PRIVATE_KEY: alipay.app.privateKey,
      ALIPAY_PUBLIC_KEY: alipay.app.alipayPublicKey,
      ALIPAY_ENCRYPT_KEY: encryptKey,
      ALIPAY_GATEWAY: alipay.app.gateway ?? '',
    },
    person: (platform, phone): Person => ({
      code: `code-${phone}`,
      phone: platform === 'weapp' ? { code: `phone-${phone}` } : { response: sealed(phone) },
    }),
    close: async () => {
      await wechat.close();
      await alipay.close();
    },
  };
}
