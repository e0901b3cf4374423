import { RuleBroken } from '../../shared/order/rule-broken';
import type { Deps } from '../order/context';
import { alipayPhone } from './platform/alipay-phone';
import { wechatPhone } from './platform/wechat-session';
import { proved } from './platform-session';

/** What a platform hands over when the person agrees to give the number: WeChat a code, Alipay a sealed answer. */
export interface PhoneProof {
  code?: string | undefined;
  encrypted?: string | undefined;
  sign?: string | undefined;
}

/** The mainland phone behind the proof; other numbers are not served (spec 4). */
export async function provedPhone(deps: Deps, proof: PhoneProof): Promise<string> {
  const { wechat, alipay } = deps.platforms;
  const phone = await proved(async () => {
    if (proof.code && wechat) return (await wechatPhone(wechat, proof.code)).phone;
    if (proof.encrypted && alipay)
      return alipayPhone(alipay, JSON.stringify({ response: proof.encrypted, sign: proof.sign })).phone;
    throw new RuleBroken('platform.not-set', {}, 404);
  });
  if (!/^1[3-9]\d{9}$/.test(phone)) throw new RuleBroken('identity.not-proved', {}, 422);
  return phone;
}
