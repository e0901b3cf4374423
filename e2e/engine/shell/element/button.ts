import { host, isAlipay } from '../host';
import type { Built } from './builder';

/** What the phone gives after its own question, by `open-type`. The person of the test always agrees. */
function answerOpenType({ read, tell }: Built): void {
  const open = read('openType');
  if (open === 'getPhoneNumber')
    tell('getphonenumber', { errMsg: 'getPhoneNumber:ok', ...host.engineLaunch.person.phone });
  if (open === 'getAuthorize' && isAlipay()) tell('getAuthorize', {});
  if (open === 'agreePrivacyAuthorization') tell('agreeprivacyauthorization', {});
}

export const buttonPlan = {
  attributes: ['openType', 'disabled', 'scope'],
  attached: (built: Built) =>
    built.onTap(() => {
      if (built.read('disabled') === true) return false;
      setTimeout(() => answerOpenType(built));
      return undefined;
    }),
};
